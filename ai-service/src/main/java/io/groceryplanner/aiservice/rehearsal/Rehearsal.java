package io.groceryplanner.aiservice.rehearsal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * With {@code --rehearse=FOLDER} the service sends itself the receipts of that folder and a few
 * names, then ends. The packaging runs it with {@code -XX:AOTCacheOutput}, so that a later start
 * finds its classes loaded and linked; what is unpacked or computed once is then there, too.
 */
@Component
class Rehearsal implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String NAMES =
      """
      {"items": [{"id": "1", "name": "whole milk"}, {"id": "2", "name": "ORG WHL MLK 1GL"},
                 {"id": "3", "name": "pink fluffy wonder slices"}],
       "labels": [{"name": "Dairy & Eggs"}, {"name": "Produce"},
                  {"name": "Treats", "description": "sweet things", "examples": ["chocolate"]}]}
      """;
  private static final String TEXTS =
      """
      {"texts": [{"id": "1", "text": "pink fluffy wonder slices with cream"}]}
      """;

  private final ApplicationContext context;
  private final Environment environment;

  Rehearsal(ApplicationContext context, Environment environment) {
    this.context = context;
    this.environment = environment;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException, InterruptedException {
    List<String> folders = arguments.getOptionValues("rehearse");
    if (folders == null) {
      return;
    }
    boolean complete = rehearse(Path.of(folders.getFirst()));
    System.exit(SpringApplication.exit(context, () -> complete ? 0 : 1));
  }

  private boolean rehearse(Path folder) throws IOException, InterruptedException {
    boolean complete = true;
    try (HttpClient http = HttpClient.newHttpClient()) {
      complete &= waitUntilReady(http);
      complete &=
          send(
              http,
              "/api/v1/categorize",
              "application/json",
              NAMES.getBytes(StandardCharsets.UTF_8));
      complete &=
          send(http, "/api/v1/embed", "application/json", TEXTS.getBytes(StandardCharsets.UTF_8));
      for (Path receipt : receipts(folder)) {
        complete &=
            send(
                http,
                "/api/v1/receipts/extract",
                "multipart/form-data; boundary=receipt",
                form(receipt));
      }
    }
    return complete;
  }

  private boolean waitUntilReady(HttpClient http) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (http.send(
                HttpRequest.newBuilder(address("/health/ready")).build(), BodyHandlers.discarding())
            .statusCode()
        != 200) {
      if (System.nanoTime() > end) {
        log.error("The models were not ready in {}", PATIENCE);
        return false;
      }
      Thread.sleep(50);
    }
    return true;
  }

  private boolean send(HttpClient http, String path, String type, byte[] body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(address(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      log.error("{} answered {}: {}", path, answer.statusCode(), answer.body());
    }
    return answer.statusCode() == 200;
  }

  private URI address(String path) {
    return URI.create(
        "http://localhost:" + environment.getRequiredProperty("local.server.port") + path);
  }

  private static byte[] form(Path receipt) throws IOException {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    String head =
        """
        --receipt\r
        Content-Disposition: form-data; name="file"; filename="receipt"\r
        Content-Type: application/octet-stream\r
        \r
        """;
    form.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    form.writeBytes(Files.readAllBytes(receipt));
    form.writeBytes("\r\n--receipt--\r\n".getBytes(StandardCharsets.UTF_8));
    return form.toByteArray();
  }

  private static List<Path> receipts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
