package io.groceryplanner.ai;

/** Who waits for an answer, and so for how long. */
public enum Caller {
  /** Seconds: without an answer the person goes on. */
  PERSON,
  /** Longer: nobody looks on, and without an answer it asks again. */
  JOB
}
