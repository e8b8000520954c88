package io.groceryplanner;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays back what the real ai-service said, from {@code ai-service/contract/examples}. The journey
 * and crash tests use the real one; this is for tests that need its answers and its absence.
 */
public final class StandInAi {

  /** What it reads on every receipt, unless a test says otherwise. */
  public static final String GERMAN_RECEIPT = "extract-de";

  private static final Path EXAMPLES = Path.of("ai-service", "contract", "examples");
  private static final String EXTRACT = "/api/v1/receipts/extract";
  private static final String PICTURE = "/api/v1/receipts/picture";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final StandInAi INSTANCE = new StandInAi();

  /** What it says to a path: an HTTP status and a recorded example, or no body at all. */
  private record Reply(int status, @Nullable String example) {}

  private final HttpServer server;
  private final AtomicInteger reading = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final AtomicInteger readings = new AtomicInteger();
  private volatile Duration readingTime = Duration.ZERO;
  private volatile boolean embedsEachText = false;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();

  private StandInAi() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    answerAsRecorded();
    server.createContext("/", this::reply);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public static StandInAi get() {
    return INSTANCE;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Back to everyday answers; a test that changed them calls this in the end. */
  public void answerAsRecorded() {
    replies.clear();
    readingTime = Duration.ZERO;
    embedsEachText = false;
    replies.put(EXTRACT, new Reply(200, GERMAN_RECEIPT));
    replies.put(PICTURE, new Reply(200, "picture"));
    replies.put("/api/v1/categorize", new Reply(200, "categorize"));
    replies.put("/api/v1/embed", new Reply(200, "embed"));
    replies.put("/health/ready", new Reply(200, "health"));
  }

  /** Refuses every receipt as the recorded problem of this name says. */
  public void refuseReceipts(int status, String problemExample) {
    replies.put(EXTRACT, new Reply(status, problemExample));
  }

  /** Refuses to draw any photo, as where libheif is missing. */
  public void refusePictures() {
    replies.put(PICTURE, new Reply(415, "problem-unsupported-media"));
  }

  /** Gives each text that is asked for the first recorded vector; the recording has other ids. */
  public void embedEachText() {
    embedsEachText = true;
  }

  private static byte[] vectorForEach(byte[] request) {
    var answer = (ObjectNode) JSON.readTree(example("embed"));
    var recorded = answer.get("vectors").get(0).get("vector");
    var vectors = answer.putArray("vectors");
    for (var text : JSON.readTree(request).get("texts")) {
      vectors.addObject().put("id", text.get("id").asString()).set("vector", recorded);
    }
    return JSON.writeValueAsBytes(answer);
  }

  /** Answers 503 without a body to everything, as an ingress does while the container starts. */
  public void beBusy() {
    replies.replaceAll((_, _) -> new Reply(503, null));
  }

  /** Fails at everything, as a defect would. */
  public void beBroken() {
    replies.replaceAll((_, _) -> new Reply(500, null));
  }

  /**
   * From now on reading takes this long; {@link #mostAtOnce} and {@link #readings} are counted
   * anew.
   */
  public void readFor(Duration time) {
    readingTime = time;
    readings.set(0);
    mostAtOnce.set(0);
  }

  /** How many receipts were read at the same moment, at most. */
  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  /** How often a receipt was read, or refused. */
  public int readings() {
    return readings.get();
  }

  /** A recorded example, word for word. */
  public static String example(String name) {
    try {
      return Files.readString(EXAMPLES.resolve(name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The recorded picture of a photo. */
  public static byte[] picture() {
    try {
      return Files.readAllBytes(EXAMPLES.resolve("picture.jpg"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void reply(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals(EXTRACT)) {
      say(exchange);
      return;
    }
    readings.incrementAndGet();
    mostAtOnce.accumulateAndGet(reading.incrementAndGet(), Math::max);
    try {
      LockSupport.parkNanos(readingTime.toNanos());
      say(exchange);
    } finally {
      reading.decrementAndGet();
    }
  }

  private void say(HttpExchange exchange) throws IOException {
    var request = exchange.getRequestBody().readAllBytes();
    var reply = replies.get(exchange.getRequestURI().getPath());
    if (reply == null) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    var example = reply.example();
    boolean isPicture = "picture".equals(example);
    var body =
        isPicture
            ? picture()
            : embedsEachText && "embed".equals(example)
                ? vectorForEach(request)
                : (example == null ? "" : example(example)).getBytes(StandardCharsets.UTF_8);
    var type = reply.status() < 400 ? "application/json" : "application/problem+json";
    exchange.getResponseHeaders().add("Content-Type", isPicture ? "image/jpeg" : type);
    if (reply.status() == 503) {
      exchange.getResponseHeaders().add("Retry-After", "1");
    }
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
