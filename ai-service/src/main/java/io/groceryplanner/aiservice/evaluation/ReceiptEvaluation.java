package io.groceryplanner.aiservice.evaluation;

import io.groceryplanner.aiservice.receipts.Extraction;
import io.groceryplanner.aiservice.receipts.ReceiptExtraction;
import io.groceryplanner.aiservice.receipts.ReceiptResult.Done;
import io.groceryplanner.aiservice.receipts.parsing.Hints;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Reads a folder of receipts one after the other and writes what was understood as JSON Lines. */
@Component
@ConditionalOnProperty(name = "evaluate", havingValue = "receipts")
class ReceiptEvaluation implements ApplicationRunner {

  private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "webp", "pdf");

  /** One receipt in the form the scorer reads; the last ones tell how the reading fared. */
  record Prediction(
      String id,
      @Nullable String merchant,
      @Nullable LocalDate date,
      @Nullable BigDecimal total,
      @Nullable String currency,
      List<Line> lines,
      Extraction.@Nullable Confidences confidence,
      @Nullable BigDecimal difference,
      @Nullable String problem,
      long millis) {

    record Line(
        String description,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal unitPrice,
        BigDecimal lineTotal,
        BigDecimal confidence) {}
  }

  private final ReceiptExtraction extraction;
  private final ObjectMapper json;
  private final Clock clock;

  ReceiptEvaluation(ReceiptExtraction extraction, ObjectMapper json, Clock clock) {
    this.extraction = extraction;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    Path data = Path.of(option(arguments, "data"));
    Path folder = Files.isDirectory(data.resolve("img")) ? data.resolve("img") : data;
    List<Long> millis = new ArrayList<>();
    Reliability reliability = new Reliability(json);
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(option(arguments, "out")))) {
      for (Path file : files(folder)) {
        Prediction prediction = predict(file);
        reliability.judge(file, prediction);
        millis.add(prediction.millis());
        out.write(json.writeValueAsString(prediction));
        out.newLine();
      }
    }
    millis.sort(null);
    System.out.printf(
        Locale.ROOT,
        "%d receipts, milliseconds p50 %d, p95 %d, most %d%n",
        millis.size(),
        percentile(millis, 0.5),
        percentile(millis, 0.95),
        percentile(millis, 1));
    System.out.print(reliability.report());
  }

  private Prediction predict(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    long start = System.nanoTime();
    var result =
        extraction.extract(
            bytes,
            new Hints(null, null, LocalDate.now(clock)),
            Instant.now().plus(Duration.ofMinutes(2)));
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    String id = file.getFileName().toString().replaceFirst("\\.\\w+$", "");
    if (!(result instanceof Done(Extraction found))) {
      return new Prediction(
          id, null, null, null, null, List.of(), null, null, result.toString(), millis);
    }
    List<Prediction.Line> lines =
        found.lines().stream()
            .map(line ->
                new Prediction.Line(
                    line.description(),
                    line.quantity(),
                    line.unitPrice(),
                    line.lineTotal(),
                    line.confidence()))
            .toList();
    return new Prediction(
        id,
        found.merchant(),
        found.date(),
        found.total(),
        found.currency(),
        lines,
        found.confidence(),
        found.arithmetic().difference(),
        null,
        millis);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> ENDINGS.contains(ending(f))).sorted().toList();
    }
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String option(ApplicationArguments arguments, String name) {
    List<String> values = arguments.getOptionValues(name);
    if (values == null || values.isEmpty()) {
      throw new IllegalArgumentException("--" + name + "=PATH is missing");
    }
    return values.getFirst();
  }

  private static long percentile(List<Long> sorted, double share) {
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }
}
