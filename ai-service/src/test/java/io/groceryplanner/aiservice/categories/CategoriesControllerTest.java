package io.groceryplanner.aiservice.categories;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.aiservice.ServiceClient;
import io.groceryplanner.aiservice.ServiceClient.Answer;
import io.groceryplanner.aiservice.ServiceTest;
import io.groceryplanner.aiservice.contract.Contract;
import io.groceryplanner.aiservice.contract.ExampleAnswer;
import io.groceryplanner.catalogue.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class CategoriesControllerTest {

  private static final String PATH = "/api/v1/categorize";

  private final ServiceClient client;

  CategoriesControllerTest(@LocalServerPort int port) {
    client = new ServiceClient(port);
  }

  @Test
  void anAnswerHoldsToTheContractAndKeepsTheOrder() throws Exception {
    String request =
        """
        {"items": [{"id": "1", "name": "ORG WHL MLK 1GL"}, {"id": "2", "name": "Dinkelvollkornbrot 500g"},
                   {"id": "3", "name": "frozen peas"}, {"id": "4", "name": "Zahnpasta"}],
         "labels": [%s, {"name": "Something else", "description": null}]}\
        """
            .formatted(seventeen());
    Answer answer = post(PATH, request);
    JsonNode json = answer.json();
    assertThat(Contract.violations("CategorizeRequest", new JsonMapper().readTree(request)))
        .isEmpty();
    assertThat(json.get("predictions").valueStream().map(p -> p.get("id").asString()))
        .containsExactly("1", "2", "3", "4");
    assertThat(json.get("predictions").valueStream().map(p -> p.get("label").asString()))
        .containsExactly("Dairy & Eggs", "Bakery", "Frozen", "Personal Care");
    ExampleAnswer.holds("categorize", "CategorizeResponse", answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"items\": [], \"labels\": [{\"name\": \"a\"}]}",
        "{\"items\": [{\"id\": \"1\", \"name\": \"milk\"}]}",
        "{\"items\": [{\"id\": \"1\", \"name\": \"milk\"}], \"labels\": []}",
        "{\"items\": [{\"id\": \"1\", \"name\": \"\"}], \"labels\": [{\"name\": \"a\"}]}",
        "{\"items\": [{\"name\": \"milk\"}], \"labels\": [{\"name\": \"a\"}]}",
        "{\"items\": [null], \"labels\": [{\"name\": \"a\"}]}",
        "{\"items\": [{\"id\": \"1\", \"name\": \"milk\"}], \"labels\": [null]}",
        "{\"items\": [{\"id\": \"1\", \"name\": \"milk\"}], \"labels\": [{\"name\": \"a\"}, {\"name\": \"a\"}]}"
      })
  void aRequestWithoutWhatItMustHaveIsRefused(String request) throws Exception {
    assertThat(refusal(post(PATH, request))).isEqualTo("bad_request");
  }

  @Test
  void aHundredItemsAndSixtyLabelsAreTakenAndMoreAreRefused() throws Exception {
    assertThat(post(PATH, request(100, 60)).json().get("predictions")).hasSize(100);
    assertThat(refusal(post(PATH, request(101, 2)))).isEqualTo("bad_request");
    assertThat(refusal(post(PATH, request(1, 61)))).isEqualTo("bad_request");
  }

  private static String seventeen() {
    return Arrays.stream(Category.values())
        .map(category -> "{\"name\": \"" + category.label() + "\"}")
        .collect(Collectors.joining(", "));
  }

  private static String request(int items, int labels) {
    return "{\"items\": ["
        + IntStream.range(0, items)
            .mapToObj(i -> "{\"id\": \"" + i + "\", \"name\": \"apple " + i + "\"}")
            .collect(Collectors.joining(","))
        + "], \"labels\": ["
        + IntStream.range(0, labels)
            .mapToObj(i -> "{\"name\": \"label " + i + "\"}")
            .collect(Collectors.joining(","))
        + "]}";
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
