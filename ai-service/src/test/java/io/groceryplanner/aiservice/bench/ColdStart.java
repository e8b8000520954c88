package io.groceryplanner.aiservice.bench;

import io.groceryplanner.aiservice.ServiceClient;
import io.groceryplanner.aiservice.ServiceClient.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How long each service takes from being started to its first correct answer: as packaged, in the
 * same layout without its cache, and as the plain jar. The web application is told by the
 * environment which database to use.
 */
final class ColdStart {

  private static final int RUNS = 5;
  private static final String QUESTION =
      """
      {"items": [{"id": "1", "name": "whole milk"}, {"id": "2", "name": "wobbly bits of sunshine"}],
       "labels": [{"name": "Dairy & Eggs"}, {"name": "Produce"}, {"name": "Household"}]}
      """;

  private ColdStart() {}

  /**
   * What is started and when it counts as started.
   *
   * @param plain the jar that holds everything
   * @param layout the folder with the unpacked application and its options
   * @param port the name of the environment variable that says where to listen
   */
  private record Subject(
      String name,
      double cpus,
      int memoryMiB,
      Path plain,
      Path layout,
      String port,
      Predicate<ServiceClient> answers) {}

  /** What was seen, of several starts the middle one. */
  record Seen(
      double seconds,
      double withoutCacheSeconds,
      double plainSeconds,
      double cpus,
      int memoryMiB,
      String limitedBy,
      long residentMiB,
      double slowestSeconds) {}

  public static void main(String[] args) throws IOException {
    Path root = Path.of("..").toAbsolutePath().normalize();
    List<Subject> subjects =
        List.of(
            new Subject(
                "web",
                0.5,
                1024,
                root.resolve("target/grocery-planner.jar"),
                root.resolve("target/app"),
                "PORT",
                client ->
                    client.get("/health/ready").status() == 200
                        && client.get("/login").status() == 200),
            new Subject(
                "ai",
                1,
                2048,
                root.resolve("ai-service/target/ai-service.jar"),
                root.resolve("ai-service/target/app"),
                "AI_PORT",
                ColdStart::sortsMilk));
    Figures figures =
        new Figures(
            "service",
            "CPUs",
            "MiB",
            "start s",
            "slowest",
            "no cache s",
            "plain jar s",
            "RSS MiB",
            "limited by");
    Map<String, Seen> all = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      Seen seen = measure(subject);
      all.put(subject.name(), seen);
      figures.row(
          subject.name(),
          subject.cpus(),
          subject.memoryMiB(),
          seen.seconds(),
          seen.slowestSeconds(),
          seen.withoutCacheSeconds(),
          seen.plainSeconds(),
          seen.residentMiB(),
          seen.limitedBy());
    }
    figures.print(all);
  }

  private static Seen measure(Subject subject) throws IOException {
    Limits limits = Limits.of(subject.cpus(), subject.memoryMiB());
    try {
      List<Double> seconds = new ArrayList<>();
      long resident = 0;
      for (int run = 0; run < RUNS; run++) {
        try (Started started =
            start(
                subject, limits, subject.layout(), List.of("@jvm.options", "-jar", jar(subject)))) {
          seconds.add(started.seconds());
          resident = started.process().residentMiB();
        }
      }
      return new Seen(
          Figures.percentile(seconds, 0.5),
          once(
              subject,
              limits,
              subject.layout(),
              List.of("@jvm.options", "-XX:AOTMode=off", "-jar", jar(subject))),
          once(
              subject,
              limits,
              subject.plain().resolveSibling("."),
              List.of("-jar", subject.plain().toString())),
          subject.cpus(),
          subject.memoryMiB(),
          limits.limitedBy(),
          resident,
          Figures.percentile(seconds, 1));
    } finally {
      limits.lift();
    }
  }

  private static double once(Subject subject, Limits limits, Path folder, List<String> arguments)
      throws IOException {
    try (Started started = start(subject, limits, folder, arguments)) {
      return Figures.rounded(started.seconds());
    }
  }

  private static String jar(Subject subject) {
    return subject.plain().getFileName().toString();
  }

  private static Started start(Subject subject, Limits limits, Path folder, List<String> arguments)
      throws IOException {
    int port = LimitedProcess.freePort();
    LimitedProcess process =
        LimitedProcess.start(
            limits, folder, arguments, Map.of(subject.port(), Integer.toString(port)));
    ServiceClient client = new ServiceClient(port);
    while (!answers(subject, client)) {
      process.requireAlive();
    }
    return new Started(process, process.secondsSinceStart());
  }

  private static boolean answers(Subject subject, ServiceClient client) {
    try {
      return subject.answers().test(client);
    } catch (IllegalStateException e) {
      // Nobody listens yet.
      pause();
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A name from the catalogue and one that only the embedding model can place. */
  private static boolean sortsMilk(ServiceClient client) {
    Answer answer = client.postJson("/api/v1/categorize", QUESTION);
    if (answer.status() != 200) {
      pause();
      return false;
    }
    var predictions = answer.json().get("predictions");
    return predictions.size() == 2
        && predictions.get(0).get("label").asString().equals("Dairy & Eggs");
  }

  private record Started(LimitedProcess process, double seconds) implements AutoCloseable {

    @Override
    public void close() throws IOException {
      process.close();
    }
  }
}
