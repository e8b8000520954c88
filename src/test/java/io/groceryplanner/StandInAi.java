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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Plays back what the real ai-service said, from {@code ai-service/contract/examples}. The journey
 * and crash tests use the real one; this is for tests that need its answers and its absence.
 */
public final class StandInAi {

  private static final Path EXAMPLES = Path.of("ai-service", "contract", "examples");
  private static final String EXTRACT = "/api/v1/receipts/extract";
  private static final StandInAi INSTANCE = new StandInAi();

  /** What it says to a path: an HTTP status and a recorded example. */
  private record Reply(int status, String example) {}

  private final HttpServer server;
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
    replies.put(EXTRACT, new Reply(200, "extract"));
    replies.put("/api/v1/categorize", new Reply(200, "categorize"));
    replies.put("/api/v1/embed", new Reply(200, "embed"));
    replies.put("/health/ready", new Reply(200, "health"));
  }

  /** Refuses every receipt as the recorded problem of this name says. */
  public void refuseReceipts(int status, String problemExample) {
    replies.put(EXTRACT, new Reply(status, problemExample));
  }

  /** Answers 503 to everything, as it does while it starts. */
  public void beBusy() {
    replies.replaceAll((_, _) -> new Reply(503, "problem-busy"));
  }

  /** A recorded example, word for word. */
  public static String example(String name) {
    try {
      return Files.readString(EXAMPLES.resolve(name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void reply(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
    var reply = replies.get(exchange.getRequestURI().getPath());
    if (reply == null) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    var body = example(reply.example()).getBytes(StandardCharsets.UTF_8);
    var type = reply.status() < 400 ? "application/json" : "application/problem+json";
    exchange.getResponseHeaders().add("Content-Type", type);
    if (reply.status() == 503) {
      exchange.getResponseHeaders().add("Retry-After", "1");
    }
    exchange.sendResponseHeaders(reply.status(), body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
