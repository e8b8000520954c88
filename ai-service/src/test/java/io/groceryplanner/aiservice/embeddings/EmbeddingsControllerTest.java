package io.groceryplanner.aiservice.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.aiservice.ServiceClient;
import io.groceryplanner.aiservice.ServiceClient.Answer;
import io.groceryplanner.aiservice.ServiceTest;
import io.groceryplanner.aiservice.contract.Contract;
import io.groceryplanner.aiservice.contract.ExampleAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class EmbeddingsControllerTest {

  private static final String PATH = "/api/v1/embed";

  private final ServiceClient client;

  EmbeddingsControllerTest(@LocalServerPort int port) {
    client = new ServiceClient(port);
  }

  @Test
  void anAnswerHoldsToTheContractAndKeepsTheOrder() throws Exception {
    String request =
        """
        {"texts": [{"id": "a", "text": "lentil soup with carrots"}, {"id": "b", "text": "Linsensuppe"}]}\
        """;
    Answer answer = post(PATH, request);
    JsonNode json = answer.json();
    assertThat(Contract.violations("EmbedRequest", new JsonMapper().readTree(request))).isEmpty();
    assertThat(json.get("dimension").asInt()).isEqualTo(384);
    assertThat(json.at("/vectors/0/id").asString()).isEqualTo("a");
    assertThat(json.at("/vectors/1/id").asString()).isEqualTo("b");
    assertThat(json.at("/vectors/0/vector")).hasSize(384);
    ExampleAnswer.holds("embed", "EmbedResponse", answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"texts\": null}",
        "{\"texts\": []}",
        "{\"texts\": [null]}",
        "{\"texts\": [{\"id\": \"a\"}]}",
        "{\"texts\": [{\"text\": \"milk\"}]}",
        "{\"texts\": [{\"id\": \"a\", \"text\": \"  \"}]}",
        "{\"texts\": [{\"id\": \"a\", \"text\": [1]}]}"
      })
  void aRequestWithoutWhatItMustHaveIsRefused(String request) throws Exception {
    assertThat(refusal(post(PATH, request))).isEqualTo("bad_request");
  }

  @Test
  void upToAHundredTextsAreTakenAndOneMoreIsRefused() throws Exception {
    assertThat(post(PATH, texts(100)).json().get("vectors")).hasSize(100);
    assertThat(refusal(post(PATH, texts(101)))).isEqualTo("bad_request");
  }

  @Test
  void aTextOfTwoThousandCharactersIsTakenAndALongerOneRefused() throws Exception {
    assertThat(post(PATH, text(2_000)).status()).isEqualTo(200);
    assertThat(refusal(post(PATH, text(2_001)))).isEqualTo("bad_request");
  }

  @Test
  void healthNamesTheModel() throws Exception {
    assertThat(post(PATH, text(5)).status()).isEqualTo(200);
    assertThat(client.get("/health").json().at("/models/embeddings").asString()).isEqualTo("ok");
  }

  private static String texts(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"id\": \"" + i + "\", \"text\": \"apple " + i % 3 + "\"}")
        .collect(Collectors.joining(",", "{\"texts\": [", "]}"));
  }

  private static String text(int length) {
    return "{\"texts\": [{\"id\": \"1\", \"text\": \"" + "x".repeat(length) + "\"}]}";
  }

  private Answer post(String path, String json) {
    Instant patience = Instant.now().plus(Duration.ofSeconds(20));
    Answer answer;
    do {
      answer = client.postJson(path, json);
    } while (answer.body().contains("\"code\":\"starting\"") && Instant.now().isBefore(patience));
    return answer;
  }

  private static String refusal(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(Contract.violations("Problem", answer.json())).isEmpty();
    return answer.json().get("code").asString();
  }
}
