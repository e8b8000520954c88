package io.groceryplanner.aiservice.evaluation;

import io.groceryplanner.aiservice.evaluation.ReceiptEvaluation.Prediction;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Whether confidences mean what they say, over receipts that have a file with the truth beside them
 * ({@code date}, {@code total} and {@code merchant} in {@code <name>.json}, as the samples do).
 */
final class Reliability {

  private static final int BINS = 10;
  private static final double HIGH = 0.8;

  private record Judged(double confidence, boolean right) {}

  private final ObjectMapper json;
  private final Map<String, List<Judged>> fields = new TreeMap<>();

  Reliability(ObjectMapper json) {
    this.json = json;
  }

  void judge(Path file, Prediction found) throws IOException {
    Path beside =
        file.resolveSibling(file.getFileName().toString().replaceFirst("\\.\\w+$", ".json"));
    if (found.confidence() == null || !Files.exists(beside)) {
      return;
    }
    JsonNode truth = json.readTree(Files.readString(beside));
    judge("merchant", found.merchant(), found.confidence().merchant(), truth);
    judge("date", found.date(), found.confidence().date(), truth);
    judge("total", found.total(), found.confidence().total(), truth);
  }

  private void judge(String field, @Nullable Object value, BigDecimal confidence, JsonNode truth) {
    if (value != null && truth.hasNonNull(field)) {
      boolean right = bare(value.toString()).equals(bare(truth.get(field).asString()));
      fields
          .computeIfAbsent(field, f -> new ArrayList<>())
          .add(new Judged(confidence.doubleValue(), right));
    }
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** A line for each field; empty where no truth lay beside the receipts. */
  String report() {
    StringBuilder report = new StringBuilder();
    fields.forEach((field, all) -> {
      List<Judged> high = all.stream().filter(j -> j.confidence >= HIGH).toList();
      report.append(
          String.format(
              Locale.ROOT,
              "%s: n %d, right %.3f, expected calibration error %.3f, at %.1f and above n %d,"
                  + " right %.3f%n",
              field,
              all.size(),
              right(all),
              calibrationError(all),
              HIGH,
              high.size(),
              right(high)));
    });
    return report.toString();
  }

  private static double right(List<Judged> judged) {
    return judged.stream().mapToDouble(j -> j.right ? 1 : 0).average().orElse(0);
  }

  private static double calibrationError(List<Judged> all) {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      int wanted = bin;
      List<Judged> here =
          all.stream()
              .filter(j -> Math.min(BINS - 1, (int) (j.confidence * BINS)) == wanted)
              .toList();
      double said = here.stream().mapToDouble(Judged::confidence).average().orElse(0);
      error += here.size() * Math.abs(said - right(here));
    }
    return error / all.size();
  }
}
