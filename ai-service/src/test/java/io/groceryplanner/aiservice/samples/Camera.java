package io.groceryplanner.aiservice.samples;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.Random;

/** Photographs a strip of paper lying on a table. */
final class Camera {

  private static final double PAPER_PART = 0.80;
  private static final double SUBSAMPLE = 0.25;

  private final PhotoLook look;
  private final Random random;
  private final TableTop table;
  private final Lighting lighting;
  private final int width;
  private final int height;
  private final int paperWidth;
  private final int paperHeight;
  private final byte[] paper;
  private final Homography toPaper;
  private final Creases creases;
  private final double aspect;
  private final ValueNoise fibre;

  private Camera(BufferedImage strip, PhotoLook look, Random random) {
    this.look = look;
    this.random = random;
    paperWidth = strip.getWidth();
    paperHeight = strip.getHeight();
    paper = grey(strip.getRaster());
    aspect = (double) paperHeight / paperWidth;
    width = look.width();
    double lean = Math.abs(Math.sin(Math.toRadians(look.skew())));
    double span = PAPER_PART * width - lean * 0.12 * width;
    height = (int) Math.round(span * aspect + lean * span + 0.14 * width);
    toPaper = Homography.toUnitSquare(corners(span));
    creases = new Creases(look.crumple(), aspect, random);
    table = new TableTop(look.table(), random.nextLong());
    lighting = new Lighting(look.shade(), random);
    fibre = new ValueNoise(random.nextLong());
  }

  /** Width the paper should be printed at for this look, twice what the photo shows. */
  static int paperWidth(PhotoLook look) {
    return (int) Math.round(2 * PAPER_PART * look.width());
  }

  static BufferedImage photograph(BufferedImage strip, PhotoLook look, Random random) {
    return new Camera(strip, look, random).expose();
  }

  private static byte[] grey(Raster raster) {
    int[] samples = raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (int[]) null);
    byte[] grey = new byte[samples.length];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) samples[i];
    }
    return grey;
  }

  private double[][] corners(double span) {
    double angle = Math.toRadians(look.skew());
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double halfWidth = span / 2;
    double halfHeight = span * aspect / 2;
    double[][] corners = {
      {-halfWidth, -halfHeight},
      {halfWidth, -halfHeight},
      {halfWidth, halfHeight},
      {-halfWidth, halfHeight}
    };
    for (int i = 0; i < corners.length; i++) {
      double grow = 1 + (i < 2 ? -1 : 1) * look.perspective();
      double x = corners[i][0] * grow + (random.nextDouble() - 0.5) * 0.012 * width;
      double y = corners[i][1] + (random.nextDouble() - 0.5) * 0.012 * width;
      corners[i][0] = width / 2.0 + x * cos - y * sin;
      corners[i][1] = height / 2.0 + x * sin + y * cos;
    }
    return corners;
  }

  private BufferedImage expose() {
    float[][] planes = new float[3][width * height];
    float[] noise = noise();
    double[] colour = new double[3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        sample(x, y, colour);
        double light = lighting.at((double) x / width, (double) y / height);
        int pixel = y * width + x;
        for (int plane = 0; plane < 3; plane++) {
          double lit = colour[plane] * light * lighting.tint(plane);
          planes[plane][pixel] = (float) (lit + noise[pixel]);
        }
      }
    }
    BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (float[] plane : planes) {
      Blur.gaussian(plane, width, height, look.blur());
    }
    int[] rgb = new int[width * height];
    for (int pixel = 0; pixel < rgb.length; pixel++) {
      rgb[pixel] =
          (level(planes[0][pixel]) << 16)
              | (level(planes[1][pixel]) << 8)
              | level(planes[2][pixel]);
    }
    photo.setRGB(0, 0, width, height, rgb, 0, width);
    return photo;
  }

  private float[] noise() {
    float[] noise = new float[width * height];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (random.nextGaussian() * look.noise());
    }
    return noise;
  }

  private static int level(float value) {
    return Math.clamp(Math.round(value), 0, 255);
  }

  /** The unlit colour seen by a pixel. */
  private void sample(int x, int y, double[] colour) {
    double u = toPaper.u(x + 0.5, y + 0.5);
    double v = toPaper.v(x + 0.5, y + 0.5);
    double tear = 0.004 * Math.abs((u * 40) % 2 - 1);
    double inside = Math.min(Math.min(u, 1 - u), Math.min(v, 1 - v) * aspect - tear);
    if (inside > 0) {
      double shift = creases.shift(u, v * aspect);
      double grain = 1 + 0.02 * (fibre.at(u * 60, v * aspect * 60) - 0.5);
      double curl = 1 - 0.10 * Math.exp(-inside / 0.015);
      double level = paperLevel(x, y, shift) * creases.light(u, v * aspect) * grain * curl;
      colour[0] = level;
      colour[1] = level;
      colour[2] = level * 0.985;
      return;
    }
    table.colour((double) x / width, (double) y / width, colour);
    double su = toPaper.u(x - 0.010 * width, y - 0.014 * width);
    double sv = toPaper.v(x - 0.010 * width, y - 0.014 * width);
    double depth = Math.min(Math.min(su, 1 - su), Math.min(sv, 1 - sv) * aspect);
    double shadow = 1 - 0.55 / (1 + Math.exp(-depth / 0.008));
    for (int plane = 0; plane < 3; plane++) {
      colour[plane] *= shadow;
    }
  }

  /** Mean of four taps within the pixel. */
  private double paperLevel(int x, int y, double shift) {
    double sum = 0;
    for (int tap = 0; tap < 4; tap++) {
      double px = x + 0.5 + (tap % 2 == 0 ? -SUBSAMPLE : SUBSAMPLE);
      double py = y + 0.5 + (tap < 2 ? -SUBSAMPLE : SUBSAMPLE);
      double u = toPaper.u(px, py) + shift / 3;
      double v = toPaper.v(px, py) + shift / aspect;
      sum += bilinear(u * paperWidth - 0.5, v * paperHeight - 0.5);
    }
    return sum / 4;
  }

  private double bilinear(double x, double y) {
    int left = Math.clamp((int) Math.floor(x), 0, paperWidth - 2);
    int top = Math.clamp((int) Math.floor(y), 0, paperHeight - 2);
    double u = Math.clamp(x - left, 0, 1);
    double v = Math.clamp(y - top, 0, 1);
    int at = top * paperWidth + left;
    double upper = (paper[at] & 0xFF) * (1 - u) + (paper[at + 1] & 0xFF) * u;
    int below = at + paperWidth;
    double lower = (paper[below] & 0xFF) * (1 - u) + (paper[below + 1] & 0xFF) * u;
    return upper * (1 - v) + lower * v;
  }
}
