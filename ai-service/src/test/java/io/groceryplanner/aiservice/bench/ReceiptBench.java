package io.groceryplanner.aiservice.bench;

import io.groceryplanner.aiservice.SampleFiles;
import io.groceryplanner.aiservice.ServiceClient.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Receipts one after the other on one processor, from upload to JSON. */
final class ReceiptBench {

  private static final int RECEIPTS = 100;

  private ReceiptBench() {}

  /** Takes the folder of the receipts; without one, those that come with the product. */
  public static void main(String[] args) throws IOException {
    List<Path> files = args.length > 0 ? pictures(Path.of(args[0])) : SampleFiles.receipts();
    try (PackagedAi ai = PackagedAi.start(1, 2048)) {
      List<Double> millis = new ArrayList<>();
      long atStart = ai.process().residentMiB();
      int refused = 0;
      for (int i = 0; i < Math.max(RECEIPTS, files.size()); i++) {
        Path file = files.get(i % files.size());
        byte[] bytes = Files.readAllBytes(file);
        long start = System.nanoTime();
        Answer answer = ai.client().extract(file.getFileName().toString(), bytes, Map.of());
        millis.add((System.nanoTime() - start) / 1e6);
        refused += answer.status() == 200 ? 0 : 1;
      }
      Figures figures =
          new Figures(
              "receipts", "refused", "p50 ms", "p95 ms", "most ms", "RSS MiB", "limited by");
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("receipts", millis.size());
      json.put("refused", refused);
      json.put("p50Millis", Figures.percentile(millis, 0.5));
      json.put("p95Millis", Figures.percentile(millis, 0.95));
      json.put("mostMillis", Figures.percentile(millis, 1));
      json.put("residentMiB", ai.process().residentMiB());
      json.put("residentAtStartMiB", atStart);
      json.put("cpus", ai.limits().cpus());
      json.put("memoryMiB", ai.limits().memoryMiB());
      json.put("limitedBy", ai.limits().limitedBy());
      figures.row(
          json.get("receipts"),
          json.get("refused"),
          json.get("p50Millis"),
          json.get("p95Millis"),
          json.get("mostMillis"),
          json.get("residentMiB"),
          json.get("limitedBy"));
      figures.print(json);
    }
  }

  private static List<Path> pictures(Path folder) throws IOException {
    Path images = Files.isDirectory(folder.resolve("img")) ? folder.resolve("img") : folder;
    try (Stream<Path> files = Files.list(images)) {
      return files
          .filter(file -> file.toString().toLowerCase().matches(".*\\.(jpe?g|png|webp|pdf|heic)"))
          .sorted()
          .toList();
    }
  }
}
