package io.groceryplanner.aiservice.categories;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.aiservice.ServiceClient;
import io.groceryplanner.aiservice.ServiceClient.Answer;
import io.groceryplanner.aiservice.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest(properties = "ai.nli.model=no/such/folder")
@ExtendWith(OutputCaptureExtension.class)
class MisnamedModelTest {

  private final ServiceClient client;

  MisnamedModelTest(@LocalServerPort int port) {
    client = new ServiceClient(port);
  }

  @Test
  void aWrongPathIsSaidAtTheStartAndStopsNothing(CapturedOutput output) {
    Answer health = client.get("/health");
    while (health.body().contains("starting")) {
      health = client.get("/health");
    }
    Answer sorted =
        client.postJson(
            "/api/v1/categorize",
            """
            {"items": [{"id": "1", "name": "Zorbix"}], "labels": [{"name": "Dairy"}]}\
            """);

    assertThat(health.json().get("status").asString()).isEqualTo("degraded");
    assertThat(health.json().at("/models/nli").asString()).isEqualTo("missing");
    assertThat(sorted.status()).as(sorted.body()).isEqualTo(200);
    assertThat(output).contains("no/such/folder: names are sorted without it");
  }
}
