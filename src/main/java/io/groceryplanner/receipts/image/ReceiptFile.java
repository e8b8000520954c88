package io.groceryplanner.receipts.image;

/**
 * A receipt's file that has been looked at: what it is, and the picture of it that people see.
 *
 * @param ending of a file of this type, such as {@code jpg}
 * @param shown a JPEG, upright, of moderate size, and without the camera's metadata
 * @param thumbnail a small JPEG of its upper part, for lists
 */
@SuppressWarnings("ArrayRecordComponent")
public record ReceiptFile(String mediaType, String ending, byte[] shown, byte[] thumbnail) {}
