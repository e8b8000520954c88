package io.groceryplanner.aiservice.categories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groceryplanner.aiservice.ServiceClient;
import io.groceryplanner.aiservice.ServiceTest;
import io.groceryplanner.aiservice.base.Installation;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A real session of ONNX Runtime runs a tiny model of the kind people will install. */
@ServiceTest
class EntailmentTest {

  @TempDir private static Path folder;

  private final ServiceClient client;

  EntailmentTest(@LocalServerPort int port) {
    client = new ServiceClient(port);
  }

  @DynamicPropertySource
  static void installed(DynamicPropertyRegistry settings) throws IOException {
    TinyNli.write(folder, true);
    settings.add("ai.nli.model", folder::toString);
  }

  @BeforeEach
  void started() {
    while (client.get("/health").body().contains("starting")) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aNameNobodyHasHeardOfGoesWhereTheModelPutsIt() {
    JsonNode predictions = sorted("Zorbix", "Quundle").get("predictions");

    assertThat(predictions.at("/0/label").asString()).isEqualTo("Magic");
    assertThat(predictions.at("/1/label").asString()).isEqualTo("Gadgets");
    assertThat(predictions.at("/0/scores/Magic").asDouble())
        .isGreaterThan(predictions.at("/0/scores/Gadgets").asDouble() + 0.3);
  }

  @Test
  void aNameTheCatalogueKnowsIsNotAskedAbout() {
    JsonNode milk = sorted("milk").at("/predictions/0");

    assertThat(milk.get("label").asString()).isEqualTo("Dairy & Eggs");
    assertThat(milk.get("level").asString()).isEqualTo("high");
  }

  @Test
  void healthAndAnswersNameTheModel() {
    assertThat(client.get("/health").json().at("/models/nli").asString()).isEqualTo("ok");
    assertThat(sorted("milk").get("modelVersion").asString()).endsWith("+" + folder.getFileName());
  }

  @Test
  void theOutputThatMeansEntailmentIsTheOneTheConfigurationNames(@TempDir Path plain)
      throws Exception {
    try (NliModel model = NliModel.load(folder, natives())) {
      assertThat(model.entailment("Zorbix", "It belongs to potions."))
          .isCloseTo(0.91, within(0.01));
      assertThat(model.entailment("Zorbix", "It belongs to gadgets."))
          .isCloseTo(0.02, within(0.01));
    }
    TinyNli.write(plain, false);
    try (NliModel model = NliModel.load(plain, natives())) {
      assertThat(model.entailment("Zorbix", "It belongs to gadgets."))
          .isCloseTo(0.49, within(0.01));
    }
  }

  private JsonNode sorted(String... names) {
    StringBuilder items = new StringBuilder();
    for (String name : names) {
      items
          .append(items.isEmpty() ? "" : ",")
          .append("{\"id\": \"1\", \"name\": \"" + name + "\"}");
    }
    return client
        .postJson(
            "/api/v1/categorize",
            """
            {"items": [%s], "labels": [{"name": "Dairy & Eggs"}, {"name": "Gadgets"},
              {"name": "Magic", "description": "potions"}]}\
            """
                .formatted(items))
        .json();
  }

  private static Path natives() {
    return new Installation(null, null).nativeFolder();
  }
}
