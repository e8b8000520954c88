package io.groceryplanner.aiservice.categories;

import io.groceryplanner.catalogue.Category;
import java.util.Arrays;

/** How likely each category is; the shares add up to one. */
final class Mixture {

  static final Mixture UNKNOWN = new Mixture(filled(1));

  private final double[] shares;

  private Mixture(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    shares = Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  /** The given weights, indexed by category, of which at least one is above zero. */
  static Mixture of(double[] weights) {
    return new Mixture(weights);
  }

  static Mixture certain(Category category) {
    double[] weights = new double[Category.values().length];
    weights[category.ordinal()] = 1;
    return new Mixture(weights);
  }

  /** So much of this one, and the rest of the other. */
  Mixture mixed(double share, Mixture other) {
    double[] weights = new double[shares.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = share * shares[i] + (1 - share) * other.shares[i];
    }
    return new Mixture(weights);
  }

  double share(Category category) {
    return shares[category.ordinal()];
  }

  double highest() {
    return Arrays.stream(shares).max().orElse(0);
  }

  Category top() {
    int best = 0;
    for (int i = 1; i < shares.length; i++) {
      if (shares[i] > shares[best]) {
        best = i;
      }
    }
    return Category.values()[best];
  }

  private static double[] filled(double weight) {
    double[] weights = new double[Category.values().length];
    Arrays.fill(weights, weight);
    return weights;
  }
}
