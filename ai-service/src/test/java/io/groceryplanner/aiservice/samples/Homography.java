package io.groceryplanner.aiservice.samples;

/** A projective map that takes four corners in a photo to the corners of the unit square. */
final class Homography {

  private static final double[][] SQUARE = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};

  private final double[] h;

  private Homography(double[] h) {
    this.h = h;
  }

  /** The map for corners given clockwise from the top left as x and y. */
  static Homography toUnitSquare(double[][] corners) {
    double[][] rows = new double[8][];
    for (int i = 0; i < 4; i++) {
      double x = corners[i][0];
      double y = corners[i][1];
      double u = SQUARE[i][0];
      double v = SQUARE[i][1];
      rows[2 * i] = new double[] {x, y, 1, 0, 0, 0, -u * x, -u * y, u};
      rows[2 * i + 1] = new double[] {0, 0, 0, x, y, 1, -v * x, -v * y, v};
    }
    return new Homography(solve(rows));
  }

  double u(double x, double y) {
    return (h[0] * x + h[1] * y + h[2]) / (h[6] * x + h[7] * y + 1);
  }

  double v(double x, double y) {
    return (h[3] * x + h[4] * y + h[5]) / (h[6] * x + h[7] * y + 1);
  }

  /** Gauss-Jordan elimination with row exchange. */
  private static double[] solve(double[][] rows) {
    int n = rows.length;
    for (int column = 0; column < n; column++) {
      int best = column;
      for (int row = column + 1; row < n; row++) {
        if (Math.abs(rows[row][column]) > Math.abs(rows[best][column])) {
          best = row;
        }
      }
      double[] pivot = rows[best];
      rows[best] = rows[column];
      rows[column] = pivot;
      for (int row = 0; row < n; row++) {
        if (row != column) {
          subtract(rows[row], pivot, rows[row][column] / pivot[column]);
        }
      }
    }
    double[] solution = new double[n];
    for (int i = 0; i < n; i++) {
      solution[i] = rows[i][n] / rows[i][i];
    }
    return solution;
  }

  private static void subtract(double[] row, double[] pivot, double factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] -= factor * pivot[i];
    }
  }
}
