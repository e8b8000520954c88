package io.groceryplanner.inventory;

/** How many letters must be changed, added or left out to make one text of another. */
public final class EditDistance {

  private EditDistance() {}

  /**
   * Whether misreading may have made one of the other: two letters at most, and one for so many.
   *
   * @param lettersForASlip how long a text is in which one letter is no other text
   */
  public static boolean isNear(String a, String b, int lettersForASlip) {
    int slips = Math.min(2, Math.min(a.length(), b.length()) / lettersForASlip);
    return a.equals(b)
        || (slips > 0 && Math.abs(a.length() - b.length()) <= slips && between(a, b) <= slips);
  }

  public static int between(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
