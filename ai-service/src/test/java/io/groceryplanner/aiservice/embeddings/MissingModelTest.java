package io.groceryplanner.aiservice.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.aiservice.ServiceClient;
import io.groceryplanner.aiservice.ServiceClient.Answer;
import io.groceryplanner.aiservice.ServiceTest;
import io.groceryplanner.aiservice.base.Installation;
import io.groceryplanner.aiservice.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The service where Tesseract's data is installed and the embedding model is not. */
@ServiceTest
class MissingModelTest {

  @TempDir private static Path models;

  private final ServiceClient client;

  MissingModelTest(@LocalServerPort int port) {
    client = new ServiceClient(port);
  }

  @DynamicPropertySource
  static void installedInPart(DynamicPropertyRegistry settings) throws IOException {
    Files.createSymbolicLink(models.resolve("tessdata"), new Installation(null, null).tessdata());
    settings.add("ai.models", models::toString);
  }

  @Test
  void whatTheCatalogueKnowsIsSortedAndTheRestIsNotKnown() {
    Answer answer =
        client.postJson(
            "/api/v1/categorize",
            """
            {"items": [{"id": "1", "name": "Vollmilch 1l"}, {"id": "2", "name": "Zorbix Quundle"}],
             "labels": [{"name": "Bakery"}, {"name": "Dairy & Eggs"}, {"name": "Pet"}]}\
            """);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode predictions = answer.json().get("predictions");
    assertThat(predictions.at("/0/label").asString()).isEqualTo("Dairy & Eggs");
    assertThat(predictions.at("/0/level").asString()).isEqualTo("high");
    assertThat(predictions.at("/1/level").asString()).isEqualTo("low");
  }

  @Test
  void embeddingSaysThatTheModelIsMissingAndNotThatItIsStarting() {
    Answer answer =
        client.postJson("/api/v1/embed", "{\"texts\": [{\"id\": \"1\", \"text\": \"a\"}]}");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(Contract.violations("Problem", answer.json())).isEmpty();
    assertThat(answer.json().get("code").asString()).isEqualTo("model_missing");
    assertThat(answer.retryAfter()).isEqualTo("300");
  }

  @Test
  void healthNamesWhatIsMissingAndTheServiceIsReadyForTheRest() {
    assertThat(client.get("/health").json().at("/models/embeddings").asString())
        .isEqualTo("missing");
    Answer ready = client.get("/health/ready");
    while (ready.body().contains("\"starting\"")) {
      ready = client.get("/health/ready");
    }
    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.json().get("status").asString()).isEqualTo("degraded");
  }
}
