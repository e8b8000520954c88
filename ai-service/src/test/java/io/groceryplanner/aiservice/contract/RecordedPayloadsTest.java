package io.groceryplanner.aiservice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.aiservice.SampleFiles;
import io.groceryplanner.aiservice.ServiceClient;
import io.groceryplanner.aiservice.ServiceClient.Answer;
import io.groceryplanner.aiservice.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The payloads both services are tested with are what the service really answers. Run with {@code
 * -Drecord=true} to write them anew.
 */
@ServiceTest
class RecordedPayloadsTest {

  private static final boolean RECORD = Boolean.getBoolean("record");
  private static final Path EXAMPLES = Contract.FOLDER.resolve("examples");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final ServiceClient client;

  RecordedPayloadsTest(@LocalServerPort int port) {
    client = new ServiceClient(port);
  }

  enum Example {
    EXTRACT_US("Extraction", 200),
    EXTRACT_DE("Extraction", 200),
    HEALTH("Health", 200),
    PROBLEM_BAD_REQUEST("Problem", 400),
    PROBLEM_TOO_LARGE("Problem", 413),
    PROBLEM_UNSUPPORTED_MEDIA("Problem", 415),
    PROBLEM_UNREADABLE_IMAGE("Problem", 422),
    PROBLEM_TOO_MANY_PIXELS("Problem", 422),
    PROBLEM_NO_TEXT_FOUND("Problem", 422);

    private final String schema;
    private final int status;

    Example(String schema, int status) {
      this.schema = schema;
      this.status = status;
    }

    Path file() {
      return EXAMPLES.resolve(
          name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".json");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theServiceStillAnswersInTheFormThatWasRecorded(Example example) throws IOException {
    Answer answer = answers(example).get();

    assertThat(answer.status()).isEqualTo(example.status);
    assertThat(Contract.violations(example.schema, answer.json())).isEmpty();
    if (RECORD) {
      Files.createDirectories(EXAMPLES);
      Files.writeString(example.file(), JSON.writeValueAsString(answer.json()) + "\n");
    }
    JsonNode recorded = JSON.readTree(Files.readString(example.file()));
    assertThat(Contract.violations(example.schema, recorded)).isEmpty();
    assertThat(names(recorded)).isEqualTo(names(answer.json()));
  }

  @Test
  void theContractRefusesWhatItDoesNotDescribe() {
    assertThat(Contract.violations("Extraction", JSON.readTree("{\"merchant\":7}"))).isNotEmpty();
  }

  private Supplier<Answer> answers(Example example) {
    return switch (example) {
      case EXTRACT_US ->
          () ->
              client.extract(
                  "receipt.jpg",
                  SampleFiles.receipt("green-basket-mild.jpg"),
                  Map.of("locale", "en-US", "currency", "USD"));
      case EXTRACT_DE ->
          () ->
              client.extract(
                  "bon.jpg",
                  SampleFiles.receipt("sonnental-faded.jpg"),
                  Map.of("locale", "de-DE", "currency", "EUR"));
      case HEALTH -> () -> client.get("/health");
      case PROBLEM_BAD_REQUEST -> () -> client.upload("picture", "a.jpg", new byte[3], Map.of());
      case PROBLEM_TOO_LARGE ->
          () -> client.upload("file", "a.jpg", new byte[11 * 1024 * 1024], Map.of());
      case PROBLEM_UNSUPPORTED_MEDIA ->
          () -> client.extract("text.jpg", SampleFiles.bad("text.jpg"), Map.of());
      case PROBLEM_UNREADABLE_IMAGE ->
          () -> client.extract("cut.jpg", SampleFiles.bad("truncated.jpg"), Map.of());
      case PROBLEM_TOO_MANY_PIXELS ->
          () -> client.extract("huge.png", SampleFiles.bad("huge-pixels.png"), Map.of());
      case PROBLEM_NO_TEXT_FOUND ->
          () -> client.extract("wall.jpg", SampleFiles.bad("wall.jpg"), Map.of());
    };
  }

  /** The names in a payload with the kind of their values, wherever they stand. */
  private static Set<String> names(JsonNode node) {
    Set<String> found = new TreeSet<>();
    collect(node, "", found);
    return found;
  }

  private static void collect(JsonNode node, String path, Set<String> found) {
    if (node.isObject()) {
      node.properties().forEach(e -> collect(e.getValue(), path + "/" + e.getKey(), found));
    } else if (node.isArray()) {
      node.forEach(child -> collect(child, path + "[]", found));
    } else {
      found.add(path);
    }
  }
}
