package io.groceryplanner.aiservice.samples;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Puts an Exif block with orientation and an invented location into a JPEG. */
final class Exif {

  private static final short ASCII = 2;
  private static final short SHORT = 3;
  private static final short LONG = 4;
  private static final short RATIONAL = 5;
  private static final short TURN_RIGHT = 6;
  private static final int GPS_OFFSET = 38;
  private static final int VALUES_OFFSET = GPS_OFFSET + 2 + 4 * 12 + 4;

  private Exif() {}

  /**
   * The JPEG marked to be turned a quarter to the right for viewing, and as taken at one second
   * north and one second east of 0/0, which lies in the ocean.
   */
  static byte[] turnedAndLocated(byte[] jpeg) {
    byte[] tiff = tiff();
    byte[] name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer head = ByteBuffer.allocate(4);
    head.putShort((short) 0xFFE1).putShort((short) (2 + name.length + tiff.length));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(jpeg, 0, 2);
    bytes.writeBytes(head.array());
    bytes.writeBytes(name);
    bytes.writeBytes(tiff);
    bytes.write(jpeg, 2, jpeg.length - 2);
    return bytes.toByteArray();
  }

  /** A header, a directory of two entries, the GPS directory of four, and its two angles. */
  private static byte[] tiff() {
    ByteBuffer tiff = ByteBuffer.allocate(VALUES_OFFSET + 48).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    entry(tiff, 0x0112, SHORT, 1, TURN_RIGHT);
    entry(tiff, 0x8825, LONG, 1, GPS_OFFSET);
    tiff.putInt(0);
    tiff.putShort((short) 4);
    entry(tiff, 1, ASCII, 2, 'N');
    entry(tiff, 2, RATIONAL, 3, VALUES_OFFSET);
    entry(tiff, 3, ASCII, 2, 'E');
    entry(tiff, 4, RATIONAL, 3, VALUES_OFFSET + 24);
    tiff.putInt(0);
    for (int angle = 0; angle < 2; angle++) {
      tiff.putInt(0).putInt(1).putInt(0).putInt(1).putInt(1).putInt(1);
    }
    return tiff.array();
  }

  private static void entry(ByteBuffer tiff, int tag, short type, int count, int value) {
    tiff.putShort((short) tag).putShort(type).putInt(count).putInt(value);
  }
}
