package io.groceryplanner.aiservice.samples;

import java.util.Random;

/** The light of a room: brighter on one side, darker to the corners, with a soft shadow. */
final class Lighting {

  private final double strength;
  private final double slopeX;
  private final double slopeY;
  private final double shadowX;
  private final double shadowSlant;
  private final double warmth;

  Lighting(double strength, Random random) {
    this.strength = strength;
    double angle = random.nextDouble() * 2 * Math.PI;
    slopeX = Math.cos(angle);
    slopeY = Math.sin(angle);
    shadowX = random.nextBoolean() ? 0.1 + 0.2 * random.nextDouble() : 0.9;
    shadowSlant = random.nextDouble() - 0.5;
    warmth = random.nextDouble() * 0.06;
  }

  /** Factor of the light at a point, both coordinates from 0 to 1. */
  double at(double x, double y) {
    double dx = x - 0.5;
    double dy = y - 0.5;
    double slope = 0.45 * (slopeX * dx + slopeY * dy);
    double corner = -0.35 * (dx * dx + dy * dy);
    double across = (x + shadowSlant * dy - shadowX) * (shadowX < 0.5 ? -1 : 1);
    double shadow = -0.35 / (1 + Math.exp(-across / 0.05));
    return 0.97 + strength * (slope + corner + shadow);
  }

  /** Factor of one colour plane. */
  double tint(int plane) {
    return switch (plane) {
      case 0 -> 1;
      case 1 -> 1 - warmth / 3;
      default -> 1 - warmth;
    };
  }
}
