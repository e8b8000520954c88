package io.groceryplanner.aiservice.categories;

import io.groceryplanner.aiservice.embeddings.UnitVector;
import io.groceryplanner.catalogue.Category;
import io.groceryplanner.catalogue.Lexicon.KnownName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Names with a known category, and how a new name lies among them. */
final class Exemplars {

  private static final int NEIGHBOURS = 5;
  private static final double SHARPNESS = 10;

  /** A vector's length in whole numbers: its square still fits an int. */
  private static final int UNIT = 1 << 13;

  private final List<Exemplar> exemplars;

  private Exemplars(List<Exemplar> exemplars) {
    this.exemplars = exemplars;
  }

  static Exemplars embedded(List<KnownName> names, ExemplarVectors vectors) {
    List<UnitVector> found = vectors.of(names.stream().map(KnownName::english).toList());
    List<Exemplar> exemplars = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      exemplars.add(new Exemplar(names.get(i).category(), coarse(found.get(i))));
    }
    return new Exemplars(List.copyOf(exemplars));
  }

  /** The categories of the nearest few, the nearer the weightier; less sure the farther all are. */
  Mixture around(UnitVector vector) {
    PriorityQueue<Neighbour> nearest =
        new PriorityQueue<>(Comparator.comparingDouble(Neighbour::cosine));
    short[] asked = coarse(vector);
    for (Exemplar exemplar : exemplars) {
      double cosine = cosine(exemplar.vector(), asked);
      if (nearest.size() < NEIGHBOURS || cosine > nearest.element().cosine()) {
        nearest.add(new Neighbour(exemplar.category(), cosine));
        if (nearest.size() > NEIGHBOURS) {
          nearest.remove();
        }
      }
    }
    double[] weights = new double[Category.values().length];
    double highest = 0;
    for (Neighbour neighbour : nearest) {
      weights[neighbour.category().ordinal()] += Math.exp(SHARPNESS * neighbour.cosine());
      highest = Math.max(highest, neighbour.cosine());
    }
    return Mixture.of(weights).mixed(Calibration.ofNeighbours(highest), Mixture.UNKNOWN);
  }

  /**
   * Whole numbers instead of fractions: their sums may be taken in any order, thus many at once.
   */
  private static short[] coarse(UnitVector vector) {
    float[] values = vector.toArray();
    short[] coarse = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      coarse[i] = (short) Math.round(values[i] * UNIT);
    }
    return coarse;
  }

  private static double cosine(short[] a, short[] b) {
    int sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return (double) sum / (UNIT * UNIT);
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared; a copy for each look would be slow.
  private record Exemplar(Category category, short[] vector) {}

  private record Neighbour(Category category, double cosine) {}
}
