package io.groceryplanner.infra.arm;

/** A template that Azure would refuse, or that uses what is not understood here. */
public class TemplateException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public TemplateException(String message) {
    super(message);
  }
}
