package io.groceryplanner.aiservice.samples;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Files that are no readable receipts: what people and attackers upload by mistake or intent. */
final class BadSamples {

  private static final int WALL_LIMIT = 90 * 1024;

  private BadSamples() {}

  static void write(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** The contents by file name. */
  static Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("text.jpg", "This is a text file, not a photo.\n".getBytes(StandardCharsets.UTF_8));
    files.put("empty.jpg", new byte[0]);
    byte[] whole = SampleReceipts.generate(7).bytes();
    files.put("truncated.jpg", Arrays.copyOf(whole, whole.length / 3));
    files.put("wall.jpg", ImageFiles.jpeg(wall(), 75, WALL_LIMIT));
    files.put("huge-pixels.png", ImageFiles.png(hugePixels()));
    return files;
  }

  /** 48 million white pixels of one bit each, which deflate to a few kilobytes. */
  private static BufferedImage hugePixels() {
    return new BufferedImage(8000, 6000, BufferedImage.TYPE_BYTE_BINARY);
  }

  /** A photo of a rough plastered wall. */
  private static BufferedImage wall() {
    int width = 960;
    int height = 1280;
    Random random = new Random(13);
    ValueNoise coarse = new ValueNoise(random.nextLong());
    ValueNoise fine = new ValueNoise(random.nextLong());
    Lighting lighting = new Lighting(0.5, random);
    float[] relief = new float[width * height];
    for (int i = 0; i < relief.length; i++) {
      double x = i % width;
      double y = (double) i / width;
      double bump = fine.at(x / 7, y / 7) - fine.at(x / 7 + 0.5, y / 7 + 0.5);
      double light = lighting.at(x / width, y / height);
      double level = 168 + 26 * coarse.at(x / 160, y / 160) + 34 * bump;
      relief[i] = (float) (level * light + 3 * random.nextGaussian());
    }
    Blur.gaussian(relief, width, height, 0.8);
    BufferedImage wall = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < relief.length; i++) {
      int level = Math.clamp(Math.round(relief[i]), 0, 255);
      int blue = level * 9 / 10;
      wall.setRGB(i % width, i / width, (level << 16) | (level << 8) | blue);
    }
    return wall;
  }
}
