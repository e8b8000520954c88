package io.groceryplanner.aiservice.base;

/** A model the service works with, as the health page shows it. */
public interface Model {

  String name();

  State state();

  /** How far a model is. */
  enum State {
    OK,
    STARTING,
    MISSING
  }
}
