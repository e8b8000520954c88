package io.groceryplanner.aiservice.samples;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Random;

/** Prints a printout on a strip of paper, flat and evenly lit. */
final class ThermalPrinter {

  private static final int PAPER = 240;
  private static final double LINE_PITCH = 1.22;
  private static final int MARGIN_COLUMNS = 3;

  private ThermalPrinter() {}

  /**
   * Prints.
   *
   * @param printout the lines
   * @param width the strip's width in pixels
   * @param ink the print's grey value, 0 for black
   * @param random source of the print head's unevenness
   */
  static BufferedImage print(Printout printout, int width, int ink, Random random) {
    double column = (double) width / (printout.columns() + 2 * MARGIN_COLUMNS);
    double size = column / ThermalFont.ADVANCE;
    double pitch = size * LINE_PITCH;
    double rows = 4;
    for (Printout.Line line : printout.lines()) {
      rows += rows(line.style());
    }
    int height = (int) Math.ceil(rows * pitch);
    BufferedImage paper = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = paper.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(grey(PAPER));
    graphics.fillRect(0, 0, width, height);
    double x = MARGIN_COLUMNS * column;
    double y = 2 * pitch;
    for (Printout.Line line : printout.lines()) {
      y += rows(line.style()) * pitch;
      int strength = ink + random.nextInt(14);
      graphics.setColor(grey(line.style() == Printout.Style.BOLD ? strength / 2 : strength));
      draw(graphics, line, x, y, size);
    }
    graphics.dispose();
    wear(paper.getRaster(), column, random);
    return paper;
  }

  /** Lets the print pale in patches and along the worn dots of the print head. */
  private static void wear(WritableRaster raster, double column, Random random) {
    ValueNoise noise = new ValueNoise(random.nextLong());
    int width = raster.getWidth();
    int[] row = new int[width];
    double[] head = new double[width];
    for (int x = 0; x < width; x++) {
      head[x] = 0.08 * noise.at(x / column * 3, -9);
    }
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      double feed = 0.08 * noise.at(-9, y / column * 4);
      for (int x = 0; x < width; x++) {
        if (row[x] < PAPER) {
          double patch = 0.16 * noise.at(x / column / 4, y / column / 4);
          double grain = 0.12 * noise.at(x / column * 7, y / column * 7);
          double pale = head[x] + feed + patch + grain;
          row[x] = (int) Math.round(row[x] + (PAPER - row[x]) * pale);
        }
      }
      raster.setSamples(0, y, width, 1, 0, row);
    }
  }

  private static double rows(Printout.Style style) {
    return switch (style) {
      case NORMAL, BOLD -> 1;
      case TALL, LARGE -> 1.75;
      case BARCODE -> 3;
    };
  }

  private static void draw(
      Graphics2D graphics, Printout.Line line, double x, double y, double size) {
    String text = line.text();
    double wide = 2 * size;
    double high = 1.6 * size;
    switch (line.style()) {
      case NORMAL -> graphics.fill(ThermalFont.REGULAR.outline(text, x, y, size, size));
      case BOLD -> graphics.fill(ThermalFont.BOLD.outline(text, x, y, size, size));
      case TALL -> graphics.fill(ThermalFont.BOLD.outline(text, x, y, size, high));
      case LARGE -> graphics.fill(ThermalFont.BOLD.outline(text, x, y, wide, high));
      case BARCODE -> drawBars(graphics, Long.parseLong(text), x + 6 * size, y, size);
    }
  }

  private static void drawBars(Graphics2D graphics, long number, double x, double y, double size) {
    Random bars = new Random(number);
    double bar = size / 9;
    double pen = x;
    for (int i = 0; i < 34; i++) {
      double width = bar * (1 + bars.nextInt(3));
      graphics.fill(new Rectangle2D.Double(pen, y - 2.2 * size, width, 2.2 * size));
      pen += width + bar * (1 + bars.nextInt(3));
    }
  }

  private static Color grey(int value) {
    return new Color(value, value, value);
  }
}
