package io.groceryplanner.aiservice.receipts.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A picture of one byte a pixel, row by row; 0 is black. */
@SuppressWarnings("ArrayRecordComponent") // a pixel buffer, never compared
public record GreyImage(int width, int height, byte[] pixels) {

  public GreyImage {
    if (pixels.length != width * height) {
      throw new IllegalArgumentException("pixels do not match the size");
    }
  }

  static GreyImage blank(int width, int height) {
    return new GreyImage(width, height, new byte[width * height]);
  }

  int at(int x, int y) {
    return pixels[y * width + x] & 0xff;
  }

  /** The picture as Java's own kind, without copying the pixels twice. */
  public BufferedImage toBuffered() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    System.arraycopy(pixels, 0, target, 0, target.length);
    return image;
  }
}
