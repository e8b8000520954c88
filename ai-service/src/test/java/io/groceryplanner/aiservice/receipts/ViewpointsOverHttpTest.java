package io.groceryplanner.aiservice.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.aiservice.SampleFiles;
import io.groceryplanner.aiservice.ServiceClient;
import io.groceryplanner.aiservice.ServiceTest;
import io.groceryplanner.aiservice.samples.Viewpoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * The same receipt, however it was held: its amounts are read, and boxes lie where it shows them.
 */
@ServiceTest
class ViewpointsOverHttpTest {

  private static final byte[] PHOTO = SampleFiles.receipt("green-basket-mild.jpg");

  private final ServiceClient client;

  ViewpointsOverHttpTest(@LocalServerPort int port) {
    client = new ServiceClient(port);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aPhotoTurnedByQuartersIsReadAsIfItStoodUpright(int quarters) {
    JsonNode turned = read(Viewpoint.turned(PHOTO, quarters));

    assertThat(amounts(turned)).isEqualTo(amounts(read(PHOTO)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2})
  void aPhotoTakenAtAnAngleIsReadAsIfFromStraightAbove(double part) {
    JsonNode slanted = read(Viewpoint.slanted(PHOTO, part));

    assertThat(amounts(slanted)).isEqualTo(amounts(read(PHOTO)));
  }

  @Test
  void paperThatCurlsALittleIsRead() {
    JsonNode curved = read(Viewpoint.curved(PHOTO, 0.02));

    assertThat(amounts(curved)).isEqualTo(amounts(read(PHOTO)));
  }

  @Test
  void boxesLieOnThePhotoAsItWasSent() {
    JsonNode upright = read(PHOTO);
    JsonNode onItsHead = read(Viewpoint.turned(PHOTO, 2));
    JsonNode onItsSide = read(Viewpoint.turned(PHOTO, 1));

    double top = middle(upright, "y", "height");
    double left = middle(upright, "x", "width");
    assertThat(middle(onItsHead, "y", "height")).isBetween(0.98 - top, 1.02 - top);
    assertThat(middle(onItsHead, "x", "width")).isBetween(0.97 - left, 1.03 - left);
    assertThat(middle(onItsSide, "x", "width")).isBetween(0.98 - top, 1.02 - top);
    assertThat(middle(onItsSide, "y", "height")).isBetween(left - 0.03, left + 0.03);
  }

  private JsonNode read(byte[] photo) {
    return client.extract("photo.jpg", photo, Map.of("locale", "en-US")).json();
  }

  private static double middle(JsonNode receipt, String from, String size) {
    return receipt.at("/boxes/total/" + from).asDouble()
        + receipt.at("/boxes/total/" + size).asDouble() / 2;
  }

  private static List<BigDecimal> amounts(JsonNode receipt) {
    List<BigDecimal> amounts = new ArrayList<>();
    amounts.add(receipt.get("total").decimalValue());
    receipt.get("lines").forEach(line -> amounts.add(line.get("lineTotal").decimalValue()));
    return amounts;
  }
}
