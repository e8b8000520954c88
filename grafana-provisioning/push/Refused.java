/** A refusal in a person's words. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  Refused(String message) {
    super(message);
  }
}
