package io.groceryplanner.aiservice.embeddings;

import java.util.Arrays;

/** A direction in the space of meanings; never changes. */
public final class UnitVector {

  private final float[] values;

  private UnitVector(float[] values) {
    this.values = values;
  }

  /** The direction of the given values, which must not all be zero. */
  public static UnitVector along(float[] values) {
    double square = 0;
    for (float value : values) {
      square += (double) value * value;
    }
    float scale = (float) (1 / Math.sqrt(square));
    float[] unit = new float[values.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = values[i] * scale;
    }
    return new UnitVector(unit);
  }

  /** The vector as {@link #toArray()} once gave it, to the bit. */
  public static UnitVector restored(float[] unit) {
    return new UnitVector(unit.clone());
  }

  /** The mean of the rows, which lie one after the other, as a direction. */
  static UnitVector alongMean(float[] rows, int width) {
    float[] sum = new float[width];
    for (int i = 0; i < rows.length; i++) {
      sum[i % width] += rows[i];
    }
    return along(sum);
  }

  /** Cosine of the angle between both: 1 for the same meaning, about 0 for nothing in common. */
  public double cosine(UnitVector other) {
    float[] a = values;
    float[] b = other.values;
    // Four sums, because one alone would wait for itself at every step.
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + s2 + s3;
  }

  public int dimension() {
    return values.length;
  }

  public float[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UnitVector that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
