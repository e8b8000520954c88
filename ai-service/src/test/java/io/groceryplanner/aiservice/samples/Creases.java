package io.groceryplanner.aiservice.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The folds of a crumpled strip of paper: how they shade it and shift its surface. */
final class Creases {

  private record Crease(double x, double y, double nx, double ny, double length, double depth) {

    double distance(double px, double py) {
      return (px - x) * nx + (py - y) * ny;
    }

    /** The depth, vanishing towards the crease's ends. */
    double depthAt(double px, double py) {
      double along = ((py - y) * nx - (px - x) * ny) / length;
      return depth * Math.exp(-along * along);
    }
  }

  private final List<Crease> creases = new ArrayList<>();
  private final double strength;

  /**
   * Makes random creases.
   *
   * @param strength 0 for flat paper, 1 for badly crumpled
   * @param aspect the strip's height in strip widths
   * @param random where the creases are
   */
  Creases(double strength, double aspect, Random random) {
    this.strength = strength;
    int count = (int) Math.round(strength * 16);
    for (int i = 0; i < count; i++) {
      double angle = Math.toRadians(50 + random.nextInt(80) + (i % 3 == 2 ? 80 : 0));
      double depth = (random.nextBoolean() ? 1 : -1) * (0.5 + random.nextDouble() / 2);
      creases.add(
          new Crease(
              random.nextDouble(),
              random.nextDouble() * aspect,
              Math.cos(angle),
              Math.sin(angle),
              0.25 + 0.6 * random.nextDouble(),
              depth));
    }
  }

  /** Factor of the light at a point in strip widths. */
  double light(double x, double y) {
    double sum = 0;
    for (Crease crease : creases) {
      double d = crease.distance(x, y);
      double far = Math.abs(d);
      if (far < 0.35) {
        double facet = Math.tanh(d / 0.015) * Math.exp(-far / 0.08);
        double edge = Math.exp(-far / 0.006);
        sum += crease.depthAt(x, y) * (0.15 * facet + 0.10 * edge);
      }
    }
    return 1 + strength * sum;
  }

  /** How far the surface at a point is shifted across the print, in strip widths. */
  double shift(double x, double y) {
    double sum = 0;
    for (Crease crease : creases) {
      double d = crease.distance(x, y);
      if (Math.abs(d) < 0.25) {
        sum += crease.depthAt(x, y) * 0.006 * Math.exp(-(d * d) / 0.012);
      }
    }
    return strength * sum;
  }
}
