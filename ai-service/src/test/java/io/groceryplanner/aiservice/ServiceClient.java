package io.groceryplanner.aiservice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the running service as the web app does, over HTTP. */
public final class ServiceClient {

  /** An answer: its status, its media type and its body. */
  @SuppressWarnings("ArrayRecordComponent") // what came, never compared
  public record Answer(int status, String contentType, String retryAfter, byte[] content) {

    public String body() {
      return new String(content, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return JSON.readTree(body());
    }
  }

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final String BOUNDARY = "receipt-boundary-7d3f";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI base;

  public ServiceClient(int port) {
    base = URI.create("http://127.0.0.1:" + port);
  }

  public Answer get(String path) {
    return send(HttpRequest.newBuilder(base.resolve(path)).GET());
  }

  public Answer postJson(String path, String body) {
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Sends a receipt, once the service has started. */
  public Answer extract(String fileName, byte[] file, Map<String, String> fields) {
    Instant patience = Instant.now().plus(Duration.ofSeconds(20));
    Answer answer;
    do {
      answer = upload("file", fileName, file, fields);
    } while (answer.body().contains("\"code\":\"starting\"") && Instant.now().isBefore(patience));
    return answer;
  }

  public Answer upload(String part, String fileName, byte[] file, Map<String, String> fields) {
    return postForm("/api/v1/receipts/extract", form(part, fileName, file, fields));
  }

  /** Sends a photo to be drawn. */
  public Answer draw(String fileName, byte[] file) {
    return postForm("/api/v1/receipts/picture", form("file", fileName, file, Map.of()));
  }

  private Answer postForm(String path, byte[] form) {
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(form)));
  }

  private static byte[] form(
      String part, String fileName, byte[] file, Map<String, String> fields) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach((name, value) ->
        write(
            body,
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, value)));
    write(
        body,
        ("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n")
            .formatted(BOUNDARY, part, fileName));
    body.writeBytes(file);
    write(body, "\r\n--" + BOUNDARY + "--\r\n");
    return body.toByteArray();
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response =
          HTTP.send(
              request.timeout(Duration.ofSeconds(60)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.headers().firstValue("Retry-After").orElse(""),
          response.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
