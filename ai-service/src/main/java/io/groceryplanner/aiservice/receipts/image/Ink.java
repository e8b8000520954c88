package io.groceryplanner.aiservice.receipts.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Blobs of ink: pixels darker than a level that touch one another. */
final class Ink {

  /** A blob's bounds and its number of pixels. */
  record Blob(int left, int top, int right, int bottom, int pixels) {

    int width() {
      return right - left + 1;
    }

    int height() {
      return bottom - top + 1;
    }
  }

  private Ink() {}

  static List<Blob> blobs(GreyImage image, int darkerThan) {
    return blobs(image, darkerThan, (blob, pixels) -> {});
  }

  /** The picture without the blobs that are not wanted. */
  static GreyImage without(GreyImage image, int darkerThan, Predicate<Blob> unwanted) {
    GreyImage clean = new GreyImage(image.width(), image.height(), image.pixels().clone());
    blobs(
        image,
        darkerThan,
        (blob, pixels) -> {
          for (int i = 0; unwanted.test(blob) && i < blob.pixels(); i++) {
            clean.pixels()[pixels[i]] = (byte) 255;
          }
        });
    return clean;
  }

  private static List<Blob> blobs(
      GreyImage image, int darkerThan, BiConsumer<Blob, int[]> withPixels) {
    int width = image.width();
    int height = image.height();
    byte[] pixels = image.pixels();
    boolean[] seen = new boolean[pixels.length];
    int[] members = new int[1024];
    List<Blob> blobs = new ArrayList<>();
    for (int start = 0; start < pixels.length; start++) {
      if (seen[start] || (pixels[start] & 0xff) >= darkerThan) {
        continue;
      }
      int left = width;
      int right = 0;
      int top = height;
      int bottom = 0;
      int count = 0;
      int size = 0;
      members[size++] = start;
      seen[start] = true;
      while (count < size) {
        int p = members[count++];
        int x = p % width;
        int y = p / width;
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
        for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
          for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
            int n = ny * width + nx;
            if (!seen[n] && (pixels[n] & 0xff) < darkerThan) {
              seen[n] = true;
              if (size == members.length) {
                members = Arrays.copyOf(members, size * 2);
              }
              members[size++] = n;
            }
          }
        }
      }
      Blob blob = new Blob(left, top, right, bottom, count);
      withPixels.accept(blob, members);
      blobs.add(blob);
    }
    return blobs;
  }
}
