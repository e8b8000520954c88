package io.groceryplanner.aiservice.receipts.image;

/** Makes pale print black. */
final class Contrast {

  private Contrast() {}

  /** Pulls the darkest hundredth to black and the paper to white. */
  static GreyImage stretch(GreyImage image) {
    int[] histogram = new int[256];
    for (byte pixel : image.pixels()) {
      histogram[pixel & 0xff]++;
    }
    int low = percentile(histogram, image.pixels().length, 0.01);
    int high = Math.max(low + 40, Math.min(245, percentile(histogram, image.pixels().length, 0.6)));
    byte[] map = new byte[256];
    for (int i = 0; i < 256; i++) {
      map[i] = (byte) Math.clamp((i - low) * 255L / (high - low), 0, 255);
    }
    GreyImage result = GreyImage.blank(image.width(), image.height());
    for (int i = 0; i < image.pixels().length; i++) {
      result.pixels()[i] = map[image.pixels()[i] & 0xff];
    }
    return result;
  }

  private static int percentile(int[] histogram, int total, double share) {
    long wanted = (long) (total * share);
    long seen = 0;
    for (int i = 0; i < 256; i++) {
      seen += histogram[i];
      if (seen > wanted) {
        return i;
      }
    }
    return 255;
  }
}
