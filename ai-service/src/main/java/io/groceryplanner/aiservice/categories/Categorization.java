package io.groceryplanner.aiservice.categories;

import io.groceryplanner.aiservice.base.Model;
import io.groceryplanner.aiservice.categories.Sorting.Sorted;
import io.groceryplanner.aiservice.embeddings.Embeddings;
import io.groceryplanner.catalogue.Category;
import io.groceryplanner.catalogue.ItemText;
import io.groceryplanner.catalogue.Stems;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Puts names under the caller's labels. */
@Component
class Categorization {

  /** A label this much weaker than the strongest for a category is no rival for it. */
  private static final double RIVAL = 0.25;

  /** From here on a label is meant for a category, and no other is its next best. */
  private static final double MEANT = 0.4;

  private static final double SHARPNESS = 10;

  private final Sorting sorting;
  private final LabelMeanings meanings;
  private final Embeddings embeddings;
  private final Optional<Entailment> entailment;

  @Autowired
  Categorization(
      Sorting sorting,
      LabelMeanings meanings,
      Embeddings embeddings,
      Optional<Entailment> entailment) {
    this.sorting = sorting;
    this.meanings = meanings;
    this.embeddings = embeddings;
    this.entailment = entailment;
  }

  Categorization(Sorting sorting, LabelMeanings meanings, Embeddings embeddings) {
    this(sorting, meanings, embeddings, Optional.empty());
  }

  /** What has a say in where names go. */
  String model() {
    return "catalogue+"
        + embeddings.model()
        + entailment
            .filter(nli -> nli.state() == Model.State.OK)
            .map(nli -> "+" + nli.model())
            .orElse("");
  }

  Labelling labelling(List<Label> labels) {
    return new Labelling(labels, claims(labels.stream().map(meanings::meaning).toList()));
  }

  /** How strongly each label claims each category's things, at most one. */
  private static double[][] claims(List<Mixture> labels) {
    double[][] claims = new double[labels.size()][Category.values().length];
    for (Category thing : Category.values()) {
      double[] own =
          labels.stream().mapToDouble(label -> label.share(thing) / label.highest()).toArray();
      boolean meant = Arrays.stream(own).anyMatch(claim -> claim >= MEANT);
      for (int i = 0; i < own.length; i++) {
        claims[i][thing.ordinal()] = meant ? own[i] : nextBest(thing, labels.get(i));
      }
    }
    return claims;
  }

  private static double nextBest(Category thing, Mixture label) {
    return Arrays.stream(Category.values())
        .mapToDouble(c -> label.share(c) / label.highest() * Kinship.between(thing, c))
        .max()
        .orElse(0);
  }

  /** A set of labels, understood once for all names. */
  final class Labelling {

    private final List<Label> labels;
    private final double[][] claims;
    private final Map<String, Integer> remembered = new LinkedHashMap<>();

    private Labelling(List<Label> labels, double[][] claims) {
      this.labels = labels;
      this.claims = claims;
      for (int i = 0; i < labels.size(); i++) {
        for (String example : labels.get(i).examples()) {
          remembered.putIfAbsent(key(example), i);
        }
      }
    }

    Prediction predict(String name) {
      Sorted sorted = sorting.sort(name);
      double[] scores = new double[labels.size()];
      double[] likeness = null;
      for (Category category : Category.values()) {
        double share = sorted.mixture().share(category);
        double strongest = strongest(category);
        if (share < 0.001 || strongest == 0) {
          continue;
        }
        double[] parts = new double[labels.size()];
        boolean rivals = rivals(category, strongest);
        if (rivals && likeness == null) {
          likeness = likeness(sorted.english());
        }
        for (int i = 0; i < parts.length; i++) {
          boolean in = claims[i][category.ordinal()] >= RIVAL * strongest;
          parts[i] =
              !in
                  ? 0
                  : claims[i][category.ordinal()] * (likeness == null || !rivals ? 1 : likeness[i]);
        }
        double sum = Arrays.stream(parts).sum();
        // Where no label is meant for the category, its share is only as good as the next best.
        double fit = Math.min(1, strongest * 1.5);
        for (int i = 0; i < parts.length; i++) {
          scores[i] += share * fit * parts[i] / sum;
        }
      }
      if (entailment.isPresent() && sorted.evidence() == Sorting.Evidence.LIKENESS) {
        scores = entailment.get().weighed(name, labels, scores);
      }
      Integer example = remembered.get(key(name));
      if (example != null) {
        for (int i = 0; i < scores.length; i++) {
          scores[i] = i == example ? 0.98 : scores[i] * 0.02;
        }
      }
      return prediction(scores, sorted);
    }

    private Prediction prediction(double[] scores, Sorted sorted) {
      int best = 0;
      Map<String, Double> byLabel = new LinkedHashMap<>();
      for (int i = 0; i < scores.length; i++) {
        byLabel.put(labels.get(i).name(), rounded(scores[i]));
        if (scores[i] > scores[best]) {
          best = i;
        }
      }
      return new Prediction(
          labels.get(best).name(), rounded(scores[best]), byLabel, sorted.evidence());
    }

    private double strongest(Category category) {
      return Arrays.stream(claims).mapToDouble(claim -> claim[category.ordinal()]).max().orElse(0);
    }

    private boolean rivals(Category category, double strongest) {
      return Arrays.stream(claims)
              .filter(claim -> claim[category.ordinal()] >= RIVAL * strongest)
              .count()
          > 1;
    }

    /** How like the name is to each label's own name and examples. */
    private double[] likeness(String english) {
      if (embeddings.state() == Model.State.MISSING) {
        return labels.stream().mapToDouble(label -> 1).toArray();
      }
      var item = embeddings.of(english);
      return labels.stream()
          .mapToDouble(label ->
              Stream.concat(Stream.of(label.name()), label.examples().stream().limit(12))
                  .filter(text -> !text.isBlank())
                  .mapToDouble(text -> embeddings.of(sorting.sort(text).english()).cosine(item))
                  .max()
                  .orElse(0))
          .map(cosine -> Math.exp(SHARPNESS * cosine))
          .toArray();
    }

    private static String key(String text) {
      return Stems.key(ItemText.of(text).words());
    }
  }

  private static double rounded(double score) {
    return Math.round(Math.clamp(score, 0, 1) * 10_000) / 10_000.0;
  }

  /** The label found, and how likely each label is. */
  record Prediction(
      String label, double confidence, Map<String, Double> scores, Sorting.Evidence evidence) {

    String level() {
      return confidence >= 0.80 ? "high" : confidence >= 0.50 ? "medium" : "low";
    }
  }
}
