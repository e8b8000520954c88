package io.groceryplanner.aiservice.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.aiservice.SampleFiles;
import io.groceryplanner.aiservice.ServiceClient;
import io.groceryplanner.aiservice.ServiceClient.Answer;
import io.groceryplanner.aiservice.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class HeicReceiptOverHttpTest {

  private final ServiceClient client;

  HeicReceiptOverHttpTest(@LocalServerPort int port) {
    client = new ServiceClient(port);
  }

  @Test
  void aPhonesOwnFormatIsReadWhereLibheifIsAndRefusedWithAWayOutElsewhere() {
    Answer answer = client.extract("photo.heic", SampleFiles.heic(), Map.of("locale", "de-DE"));

    if (answer.status() == 415) {
      System.out.println("libheif is not installed: the refusal is tested, the reading is not");
      assertThat(answer.json().get("detail").asString()).contains("JPEG");
      return;
    }
    JsonNode truth =
        JsonMapper.shared()
            .readTree(
                new String(SampleFiles.receipt("lindenhof-skewed.json"), StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().get("total").decimalValue())
        .isEqualByComparingTo(truth.get("total").decimalValue());
    assertThat(answer.json().get("date").asString()).isEqualTo(truth.get("date").asString());
  }
}
