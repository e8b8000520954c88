package io.groceryplanner.aiservice.receipts.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Blobs of ink: pixels darker than a level that touch one another, found run by run. */
final class Ink {

  /** A blob's bounds and its number of pixels. */
  record Blob(int left, int top, int right, int bottom, int pixels) {

    int width() {
      return right - left + 1;
    }

    int height() {
      return bottom - top + 1;
    }

    private Blob and(Blob other) {
      return new Blob(
          Math.min(left, other.left),
          Math.min(top, other.top),
          Math.max(right, other.right),
          Math.max(bottom, other.bottom),
          pixels + other.pixels);
    }
  }

  private final GreyImage image;

  /** Of each run its row, its first pixel, the pixel behind its last, and a run of its blob. */
  private int[] rows = new int[4096];

  private int[] starts = new int[4096];
  private int[] ends = new int[4096];
  private int[] parents = new int[4096];
  private int count;

  private Ink(GreyImage image, int darkerThan) {
    this.image = image;
    int above = 0;
    for (int y = 0; y < image.height(); y++) {
      int row = count;
      findRuns(y, darkerThan);
      int before = above;
      for (int run = row; run < count; run++) {
        while (before < row && ends[before] < starts[run]) {
          before++;
        }
        for (int touching = before; touching < row && starts[touching] <= ends[run]; touching++) {
          parents[root(run)] = root(touching);
        }
      }
      above = row;
    }
  }

  static List<Blob> blobs(GreyImage image, int darkerThan) {
    Ink ink = new Ink(image, darkerThan);
    List<Blob> found = new ArrayList<>();
    for (Blob blob : ink.blobs()) {
      if (blob != null) {
        found.add(blob);
      }
    }
    return found;
  }

  /** The picture without the blobs that are not wanted. */
  static GreyImage without(GreyImage image, int darkerThan, Predicate<Blob> unwanted) {
    Ink ink = new Ink(image, darkerThan);
    GreyImage clean = new GreyImage(image.width(), image.height(), image.pixels().clone());
    Blob[] blobs = ink.blobs();
    for (int run = 0; run < ink.count; run++) {
      if (unwanted.test(blobs[ink.root(run)])) {
        int row = ink.rows[run] * image.width();
        Arrays.fill(clean.pixels(), row + ink.starts[run], row + ink.ends[run], (byte) 255);
      }
    }
    return clean;
  }

  private void findRuns(int y, int darkerThan) {
    byte[] pixels = image.pixels();
    int from = y * image.width();
    int x = 0;
    while (x < image.width()) {
      while (x < image.width() && (pixels[from + x] & 0xff) >= darkerThan) {
        x++;
      }
      int start = x;
      while (x < image.width() && (pixels[from + x] & 0xff) < darkerThan) {
        x++;
      }
      if (x > start) {
        add(y, start, x);
      }
    }
  }

  private void add(int row, int start, int end) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, 2 * count);
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      parents = Arrays.copyOf(parents, 2 * count);
    }
    rows[count] = row;
    starts[count] = start;
    ends[count] = end;
    parents[count] = count;
    count++;
  }

  private int root(int run) {
    int root = run;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  /** Blobs at the places of their root runs; null elsewhere. */
  private Blob[] blobs() {
    Blob[] blobs = new Blob[count];
    for (int run = 0; run < count; run++) {
      int root = root(run);
      Blob part =
          new Blob(starts[run], rows[run], ends[run] - 1, rows[run], ends[run] - starts[run]);
      blobs[root] = blobs[root] == null ? part : blobs[root].and(part);
    }
    return blobs;
  }
}
