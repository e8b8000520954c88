package io.groceryplanner.aiservice.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.aiservice.ServiceTest;
import io.groceryplanner.aiservice.contract.Contract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class BodyLimitTest {

  private static final int MEGABYTE = 1024 * 1024;

  private final int port;

  BodyLimitTest(@LocalServerPort int port) {
    this.port = port;
  }

  @ParameterizedTest
  @ValueSource(strings = {"categorize", "embed"})
  void aHugeBodyIsRefusedByItsSize(String call) throws Exception {
    assertTooLarge(post(call, BodyPublishers.ofByteArray(body(3 * MEGABYTE))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"categorize", "embed"})
  void aHugeBodyOfUntoldLengthIsRefusedToo(String call) throws Exception {
    byte[] body = body(3 * MEGABYTE);

    assertTooLarge(post(call, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"categorize", "embed"})
  void whatFitsIsJudgedByWhatItSays(String call) throws Exception {
    assertThat(post(call, BodyPublishers.ofByteArray(body(MEGABYTE))).statusCode()).isEqualTo(400);
  }

  private static byte[] body(int size) {
    return ("{\"note\": \"" + "x".repeat(size) + "\"}").getBytes(StandardCharsets.US_ASCII);
  }

  private HttpResponse<String> post(String call, BodyPublisher body)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + call))
              .header("Content-Type", "application/json")
              .POST(body)
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static void assertTooLarge(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(Contract.violations("Problem", problem)).isEmpty();
    assertThat(problem.get("code").asString()).isEqualTo("too_large");
    assertThat(problem.get("detail").asString()).isEqualTo("A request may have at most 2 MB.");
  }
}
