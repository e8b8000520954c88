package io.groceryplanner.aiservice.categories;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.aiservice.base.Installation;
import io.groceryplanner.aiservice.categories.Sorting.Evidence;
import io.groceryplanner.aiservice.categories.Sorting.Sorted;
import io.groceryplanner.aiservice.embeddings.Embeddings;
import io.groceryplanner.catalogue.Catalogue;
import io.groceryplanner.catalogue.ItemText;
import io.groceryplanner.catalogue.Stems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hides every fifth row of the catalogue and sorts it by what the rest tells. */
class HonestConfidenceTest {

  @TempDir private Path folder;

  @Test
  void aConfidenceIsAboutHowOftenItIsRight() {
    List<Catalogue.Entry> hidden = new ArrayList<>();
    List<Catalogue.Entry> known = new ArrayList<>();
    List<Catalogue.Entry> all = Catalogue.entries();
    for (int i = 0; i < all.size(); i++) {
      (i % 5 == 2 ? hidden : known).add(all.get(i));
    }
    Set<String> secret =
        hidden.stream()
            .flatMap(entry -> Stream.concat(entry.ownNames().stream(), entry.synonyms().stream()))
            .map(HonestConfidenceTest::key)
            .collect(Collectors.toSet());
    Embeddings embeddings = new Embeddings(new Installation(null, null));
    Sorting sorting =
        new Sorting(
            embeddings,
            new ExemplarVectors(folder.resolve("some.vectors"), embeddings),
            known,
            Knowledge.exemplars().stream()
                .filter(n -> !secret.contains(key(n.written())))
                .toList());

    Map<Integer, Tally> byConfidence = new TreeMap<>();
    Map<Evidence, Tally> byEvidence = new EnumMap<>(Evidence.class);
    for (Catalogue.Entry entry : hidden) {
      for (String name : List.of(entry.name(), entry.ownNames().get(2))) {
        Sorted sorted = sorting.sort(name);
        boolean right = sorted.mixture().top() == entry.category();
        double confidence = sorted.mixture().highest();
        byConfidence
            .computeIfAbsent((int) (confidence * 10), k -> new Tally())
            .add(right, confidence);
        byEvidence.computeIfAbsent(sorted.evidence(), k -> new Tally()).add(right, confidence);
      }
    }
    embeddings.destroy();
    String figures = byConfidence + "\n" + byEvidence;

    assertThat(rightFrom(byConfidence, 8, 10)).as(figures).isGreaterThanOrEqualTo(0.80);
    assertThat(rightFrom(byConfidence, 5, 8)).as(figures).isBetween(0.50, 0.90);
    assertThat(rightFrom(byConfidence, 0, 5)).as(figures).isLessThan(0.65);
  }

  private static double rightFrom(Map<Integer, Tally> tallies, int least, int most) {
    int right = 0;
    int all = 0;
    for (Map.Entry<Integer, Tally> tally : tallies.entrySet()) {
      if (tally.getKey() >= least && tally.getKey() < most) {
        right += tally.getValue().right;
        all += tally.getValue().all;
      }
    }
    return (double) right / all;
  }

  private static String key(String name) {
    return Stems.key(ItemText.of(name).words());
  }

  private static final class Tally {
    private int right;
    private int all;
    private double confidence;

    void add(boolean isRight, double how) {
      right += isRight ? 1 : 0;
      all++;
      confidence += how;
    }

    @Override
    public String toString() {
      return "%d/%d=%.2f (said %.2f)".formatted(right, all, (double) right / all, confidence / all);
    }
  }
}
