package io.groceryplanner.aiservice.samples;

/** Blurs one plane of an image in place. */
final class Blur {

  private Blur() {}

  static void gaussian(float[] plane, int width, int height, double sigma) {
    if (sigma <= 0) {
      return;
    }
    float[] kernel = kernel(sigma);
    float[] line = new float[Math.max(width, height)];
    for (int y = 0; y < height; y++) {
      convolve(plane, y * width, 1, width, kernel, line);
    }
    for (int x = 0; x < width; x++) {
      convolve(plane, x, width, height, kernel, line);
    }
  }

  private static float[] kernel(double sigma) {
    int radius = (int) Math.ceil(sigma * 2.5);
    float[] kernel = new float[2 * radius + 1];
    float sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      double d = (i - radius) / sigma;
      kernel[i] = (float) Math.exp(-d * d / 2);
      sum += kernel[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    return kernel;
  }

  private static void convolve(
      float[] plane, int start, int step, int count, float[] kernel, float[] line) {
    int radius = kernel.length / 2;
    for (int i = 0; i < count; i++) {
      float sum = 0;
      for (int k = 0; k < kernel.length; k++) {
        int at = Math.clamp(i + k - radius, 0, count - 1);
        sum += kernel[k] * plane[start + at * step];
      }
      line[i] = sum;
    }
    for (int i = 0; i < count; i++) {
      plane[start + i * step] = line[i];
    }
  }
}
