package io.groceryplanner.receipts;

/**
 * What a program calls a request that makes a line, so that it can ask again when it does not know
 * whether it was heard: within one receipt, a key makes one line.
 *
 * @param value at most 200 characters, not blank
 */
public record RequestKey(String value) {

  private static final int LONGEST = 200;

  /**
   * @throws IllegalArgumentException when it is blank or too long
   */
  public RequestKey {
    if (value.isBlank() || value.length() > LONGEST) {
      throw new IllegalArgumentException("A key has 1 to " + LONGEST + " characters");
    }
  }
}
