package io.groceryplanner.aiservice.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.aiservice.SampleFiles;
import io.groceryplanner.aiservice.ServiceClient;
import io.groceryplanner.aiservice.ServiceClient.Answer;
import io.groceryplanner.aiservice.ServiceTest;
import io.groceryplanner.aiservice.contract.Contract;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Photos of known receipts, sent over HTTP, compared with what is printed on them. */
@ServiceTest
class SampleReceiptsOverHttpTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final ServiceClient client;

  SampleReceiptsOverHttpTest(@LocalServerPort int port) {
    client = new ServiceClient(port);
  }

  static List<Path> receipts() {
    return SampleFiles.receipts();
  }

  @ParameterizedTest
  @MethodSource("receipts")
  void dayAndTotalAreReadExactly(Path receipt) throws IOException {
    JsonNode truth = truth(receipt);
    Answer answer = read(receipt);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(Contract.violations("Extraction", answer.json())).isEmpty();
    assertThat(answer.json().get("date")).isEqualTo(truth.get("date"));
    assertThat(answer.json().get("total")).isEqualTo(truth.get("total"));
    assertThat(answer.json().get("currency")).isEqualTo(truth.get("currency"));
    assertThat(answer.json().get("merchant").asString())
        .startsWith(firstWord(truth.get("merchant").asString()));
  }

  @ParameterizedTest
  @MethodSource("receipts")
  void theAmountsOfTheLinesAreRead(Path receipt) throws IOException {
    JsonNode truth = truth(receipt);
    JsonNode read = read(receipt).json();

    assertThat(lineSums(read)).isEqualTo(lineSums(truth));
  }

  @Test
  void boxesLieWithinTheUprightPictureAndFollowTheLines() {
    JsonNode read =
        client
            .extract("turned.jpg", SampleFiles.receipt("corner-pantry-located.jpg"), Map.of())
            .json();

    assertThat(read.at("/image/height").asInt()).isGreaterThan(read.at("/image/width").asInt());
    List<BigDecimal> tops = new ArrayList<>();
    read.get("lines").forEach(line -> tops.add(line.at("/box/y").decimalValue()));
    assertThat(tops).isSorted().hasSizeGreaterThan(3);
    assertThat(read.at("/boxes/total/y").decimalValue()).isGreaterThan(tops.getLast());
    assertThat(read.at("/boxes/merchant/y").decimalValue()).isLessThan(tops.getFirst());
  }

  private Answer read(Path receipt) {
    boolean american =
        receipt.getFileName().toString().startsWith("green")
            || receipt.getFileName().toString().startsWith("corner");
    return client.extract(
        receipt.getFileName().toString(),
        SampleFiles.bytes(receipt),
        american ? Map.of("locale", "en-US") : Map.of());
  }

  private static JsonNode truth(Path receipt) throws IOException {
    String name = receipt.getFileName().toString().replaceFirst("\\.\\w+$", ".json");
    return JSON.readTree(Files.readString(receipt.resolveSibling(name)));
  }

  private static String firstWord(String name) {
    return name.split(" ", 2)[0];
  }

  private static List<BigDecimal> lineSums(JsonNode receipt) {
    List<BigDecimal> sums = new ArrayList<>();
    receipt
        .get("lines")
        .forEach(line ->
            sums.add(
                line.get("lineTotal").decimalValue().add(line.get("discount").decimalValue())));
    return sums;
  }
}
