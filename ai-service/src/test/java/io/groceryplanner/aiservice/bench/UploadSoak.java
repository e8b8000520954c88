package io.groceryplanner.aiservice.bench;

import io.groceryplanner.aiservice.SampleFiles;
import io.groceryplanner.aiservice.ServiceClient;
import io.groceryplanner.aiservice.ServiceClient.Answer;
import io.groceryplanner.aiservice.bench.Mutations.Upload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Two clients send broken receipts at the same time, and now and then a whole one each: nothing may
 * answer with a fault of the service, and neither may see a word of the other's receipt.
 */
public final class UploadSoak {

  private static final long SEED = 20_260_301;
  private static final int WHOLE_EVERY = 10;

  /** One client's whole receipt, by words only it has. */
  private record Own(String file, List<String> words) {}

  private static final List<Own> CLIENTS =
      List.of(
          new Own("lindenhof-skewed.jpg", List.of("lindenhof")),
          new Own("mill-lane-tilted.jpg", List.of("mill lane", "mill-lane")));

  /**
   * What came of it.
   *
   * @param statuses how often each kind of mutation got each status
   * @param faults answers of 500 and more, and connections that broke
   * @param strangers answers in which a word of the other client's receipt stood
   * @param unread whole receipts that were not read
   */
  public record Report(
      int uploads,
      Map<String, Integer> statuses,
      List<String> faults,
      List<String> strangers,
      List<String> unread) {

    public boolean isClean() {
      return faults.isEmpty() && strangers.isEmpty() && unread.isEmpty();
    }
  }

  private UploadSoak() {}

  /** Takes the number of uploads, 2,000 without one. */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    int uploads = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
    try (PackagedAi ai = PackagedAi.start(2, 2048)) {
      run(ai.client(), 200, SEED + 1);
      long before = ai.process().residentMiB();
      Report report = run(ai.client(), uploads, SEED);
      long after = ai.process().residentMiB();
      ai.process().requireAlive();
      // The level after two hundred, and what the heap may still breathe.
      boolean level = after <= before + 80;
      Figures figures = new Figures("mutation and status", "times");
      report.statuses().forEach(figures::row);
      figures.row("RSS MiB before", before);
      figures.row("RSS MiB after", after);
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("uploads", report.uploads());
      json.put("faults", report.faults().size());
      json.put("strangers", report.strangers().size());
      json.put("unread", report.unread().size());
      json.put("residentBeforeMiB", before);
      json.put("residentAfterMiB", after);
      json.put("passed", report.isClean() && level);
      report.faults().stream().limit(10).forEach(System.err::println);
      report.strangers().stream().limit(10).forEach(System.err::println);
      report.unread().stream().limit(10).forEach(System.err::println);
      figures.print(json);
      if (!report.isClean() || !level) {
        System.exit(1);
      }
    }
  }

  /** Half of the uploads from each of the two clients. */
  public static Report run(ServiceClient client, int uploads, long seed)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS.size())) {
      List<Future<Report>> halves = new ArrayList<>();
      for (int number = 0; number < CLIENTS.size(); number++) {
        int which = number;
        halves.add(
            threads.submit(() -> half(client, which, uploads / CLIENTS.size(), seed + which)));
      }
      return merged(halves.get(0).get(), halves.get(1).get());
    }
  }

  private static Report half(ServiceClient client, int which, int uploads, long seed) {
    Report report =
        new Report(
            uploads, new TreeMap<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Mutations mutations = new Mutations(seed);
    for (int i = 0; i < uploads; i++) {
      if (i % WHOLE_EVERY == 0) {
        sendWhole(client, which, report);
      } else {
        Upload upload = mutations.next();
        String place = seed + "/" + i + " " + upload.how();
        send(client, upload, report)
            .filter(answer -> answer.status() >= 500)
            .ifPresent(answer -> report.faults().add(place + ": " + answer.body()));
      }
    }
    return report;
  }

  private static void sendWhole(ServiceClient client, int which, Report report) {
    Own own = CLIENTS.get(which);
    Own other = CLIENTS.get(1 - which);
    Optional<Answer> sent =
        send(client, new Upload("whole", own.file(), SampleFiles.receipt(own.file())), report);
    if (sent.isEmpty()) {
      return;
    }
    Answer answer = sent.get();
    String body = answer.body().toLowerCase(Locale.ROOT);
    if (answer.status() != 200 || own.words().stream().noneMatch(body::contains)) {
      report.unread().add(own.file() + ": " + answer.body());
    }
    if (other.words().stream().anyMatch(body::contains)) {
      report.strangers().add(own.file() + ": " + answer.body());
    }
  }

  private static Optional<Answer> send(ServiceClient client, Upload upload, Report report) {
    try {
      Answer answer = client.extract(upload.fileName(), upload.bytes(), Map.of());
      report.statuses().merge(upload.how() + " " + answer.status(), 1, Integer::sum);
      return Optional.of(answer);
    } catch (IllegalStateException e) {
      report.faults().add(upload.how() + ": " + e.getCause());
      return Optional.empty();
    }
  }

  private static Report merged(Report one, Report two) {
    Map<String, Integer> statuses = new TreeMap<>(one.statuses());
    two.statuses().forEach((status, times) -> statuses.merge(status, times, Integer::sum));
    one.faults().addAll(two.faults());
    one.strangers().addAll(two.strangers());
    one.unread().addAll(two.unread());
    return new Report(
        one.uploads() + two.uploads(), statuses, one.faults(), one.strangers(), one.unread());
  }
}
