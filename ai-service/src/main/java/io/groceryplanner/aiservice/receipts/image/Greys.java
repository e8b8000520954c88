package io.groceryplanner.aiservice.receipts.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Brightness (BT.601) of a colour picture; what is transparent is paper. */
public final class Greys {

  private Greys() {}

  public static GreyImage of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    boolean plainBytes =
        image.getRaster().getParent() == null
            && image.getRaster().getDataBuffer() instanceof DataBufferByte data
            && data.getSize() == width * height * image.getRaster().getNumBands();
    GreyImage grey = GreyImage.blank(width, height);
    byte[] out = grey.pixels();
    if (plainBytes && image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      byte[] in = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
      System.arraycopy(in, 0, out, 0, out.length);
    } else if (plainBytes && image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
      byte[] in = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
      for (int i = 0, j = 0; i < out.length; i++, j += 3) {
        out[i] = brightness(in[j + 2] & 0xff, in[j + 1] & 0xff, in[j] & 0xff);
      }
    } else {
      int[] row = new int[width];
      for (int y = 0; y < height; y++) {
        image.getRGB(0, y, width, 1, row, 0, width);
        for (int x = 0; x < width; x++) {
          int alpha = row[x] >>> 24;
          int value = brightness(row[x] >> 16 & 0xff, row[x] >> 8 & 0xff, row[x] & 0xff) & 0xff;
          out[y * width + x] = (byte) ((value * alpha + 255 * (255 - alpha)) / 255);
        }
      }
    }
    return grey;
  }

  static byte brightness(int red, int green, int blue) {
    return (byte) ((red * 77 + green * 150 + blue * 29) >> 8);
  }
}
