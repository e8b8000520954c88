package io.groceryplanner.receipts.image;

import java.util.Optional;

/**
 * A receipt's file that has been looked at: what it is, and the picture of it that people see.
 *
 * @param ending of a file of this type, such as {@code jpg}
 * @param picture nothing for a photo that only ai-service can draw
 */
public record ReceiptFile(String mediaType, String ending, Optional<Picture> picture) {

  /**
   * What people see of it.
   *
   * @param shown a JPEG, upright, of moderate size, and without the camera's metadata
   * @param thumbnail a small JPEG of its upper part, for lists
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Picture(byte[] shown, byte[] thumbnail) {}
}
