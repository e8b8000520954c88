package io.groceryplanner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** A household that signed up by REST and acts by its token, as another program would. */
public final class RestHousehold {

  private final String token;
  private final RestClient rest;
  private final UUID id;
  private final String email;

  private RestHousehold(int port, String token, UUID id, String email) {
    this.token = token;
    this.rest = client(port).defaultHeader("Authorization", "Bearer " + token).build();
    this.id = id;
    this.email = email;
  }

  public static RestHousehold signUp(int port) {
    var anonymous = client(port).build();
    var email = "cook-" + UUID.randomUUID() + "@example.org";
    var answer =
        anonymous
            .post()
            .uri("/api/v1/sign-ups")
            .contentType(MediaType.APPLICATION_JSON)
            .body(
                """
                {"name": "Cook", "email": "%s", "password": "%s",
                 "household": {"name": "Kitchen", "currency": "EUR", "timeZone": "Europe/Berlin"}}
                """
                    .formatted(email, password()))
            .retrieve()
            .toEntity(JsonNode.class);
    var body = answer.getBody();
    if (body == null || !body.has("token")) {
      throw new AssertionError("Sign-up answered " + answer);
    }
    var token = body.get("token").asString();
    return new RestHousehold(
        port, token, UUID.fromString(body.get("householdId").asString()), email);
  }

  /** A household that is there already, by a token that somebody of it was given. */
  public static RestHousehold known(int port, UUID household, String token) {
    return new RestHousehold(port, token, household, "");
  }

  /** Somebody without a token. */
  public static RestHousehold anonymous(int port) {
    return new RestHousehold(port, "", new UUID(0, 0), "");
  }

  /** The same household, calling a server that listens elsewhere. */
  public RestHousehold at(int port) {
    return new RestHousehold(port, token, id, email);
  }

  private static RestClient.Builder client(int port) {
    return RestClient.builder()
        .baseUrl("http://localhost:" + port)
        // Tests look at refusals themselves.
        .defaultStatusHandler(_ -> true, (_, _) -> {});
  }

  public UUID id() {
    return id;
  }

  /** What it shows to act; a secret. */
  public String token() {
    return token;
  }

  public String email() {
    return email;
  }

  public static String password() {
    return "a quiet kitchen";
  }

  public ResponseEntity<JsonNode> get(String path) {
    return rest.get().uri(path).retrieve().toEntity(JsonNode.class);
  }

  public ResponseEntity<JsonNode> postText(String path, String text) {
    return rest.post()
        .uri(path)
        .contentType(MediaType.TEXT_PLAIN)
        .body(text)
        .retrieve()
        .toEntity(JsonNode.class);
  }

  public ResponseEntity<JsonNode> delete(String path) {
    return rest.delete().uri(path).retrieve().toEntity(JsonNode.class);
  }

  /**
   * @param known the ETag of what is there already, or nothing
   */
  public ResponseEntity<byte[]> download(String path, String known) {
    return rest.get()
        .uri(path)
        .headers(headers -> {
          if (!known.isEmpty()) {
            headers.setIfNoneMatch(known);
          }
        })
        .retrieve()
        .toEntity(byte[].class);
  }

  public byte[] picture(String path) {
    var picture = rest.get().uri(path).retrieve().body(byte[].class);
    return picture == null ? new byte[0] : picture;
  }

  public ResponseEntity<JsonNode> post(String path) {
    return rest.post().uri(path).retrieve().toEntity(JsonNode.class);
  }

  public ResponseEntity<JsonNode> post(String path, String json) {
    return rest.post()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .body(json)
        .retrieve()
        .toEntity(JsonNode.class);
  }

  /**
   * @param key what the request is called, for when it is sent again
   */
  public ResponseEntity<JsonNode> postOnce(String path, String key, String json) {
    return rest.post()
        .uri(path)
        .header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .body(json)
        .retrieve()
        .toEntity(JsonNode.class);
  }

  public ResponseEntity<JsonNode> patch(String path, String json) {
    return rest.patch()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .body(json)
        .retrieve()
        .toEntity(JsonNode.class);
  }

  public ResponseEntity<JsonNode> upload(String fileName, byte[] content) {
    return upload("/api/v1/receipts", fileName, content);
  }

  public ResponseEntity<JsonNode> upload(String path, String fileName, byte[] content) {
    var form = new MultipartBodyBuilder();
    form.part("file", new ByteArrayResource(content)).filename(fileName);
    return rest.post()
        .uri(path)
        .contentType(MediaType.MULTIPART_FORM_DATA)
        .body(form.build())
        .retrieve()
        .toEntity(JsonNode.class);
  }

  /** One of the synthetic receipts or bad files of {@code samples/}. */
  public static byte[] sample(String name) {
    try {
      return Files.readAllBytes(Path.of("samples").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
