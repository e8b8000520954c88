package io.groceryplanner.ai;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.StandInAi;
import io.groceryplanner.ai.AiAnswer.Answer;
import io.groceryplanner.ai.AiAnswer.Rejected;
import io.groceryplanner.ai.AiAnswer.Unavailable;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The web application's side of the contract: what ai-service was recorded to say is understood.
 */
@IntegrationTest
class AiContractTest {

  @Autowired AiService service;
  @Autowired RestClient.Builder builder;
  @Autowired JsonMapper json;
  @Autowired ObservationRegistry observations;
  @Autowired Tracer tracer;

  @AfterEach
  void aiIsBack() {
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void aRecordedExtractionIsReadWhole() {
    var answer = service.extractReceipt(new byte[] {1}, "image/jpeg", "de-DE", "EUR");

    var recorded = json.readTree(StandInAi.example(StandInAi.GERMAN_RECEIPT));
    var extraction = ((Answer<ReceiptExtraction>) answer).value();
    assertThat(extraction.merchant()).isEqualTo(recorded.get("merchant").asString());
    assertThat(extraction.total()).isEqualByComparingTo(recorded.get("total").decimalValue());
    assertThat(extraction.date()).hasToString(recorded.get("date").asString());
    assertThat(extraction.lines()).hasSize(recorded.get("lines").size());
    var line = extraction.lines().getFirst();
    assertThat(line.lineTotal())
        .isEqualByComparingTo(recorded.at("/lines/0/lineTotal").decimalValue());
    assertThat(line.box()).extracting("x").isEqualTo(recorded.at("/lines/0/box/x").asDouble());
    assertThat(extraction.lines())
        .allSatisfy(found -> assertThat(found.lineTotal().abs()).isLessThan(new BigDecimal(1000)));
  }

  @Test
  void aRecordedCategorizationIsReadWhole() {
    var answer =
        service.categorize(
            Caller.JOB,
            List.of(new Categorization.Item("1", "Milch")),
            List.of(new Categorization.Label("Dairy", null, List.of())));

    var recorded = json.readTree(StandInAi.example("categorize"));
    var predictions = ((Answer<Categorization>) answer).value().predictions();
    assertThat(predictions).hasSize(recorded.get("predictions").size());
    assertThat(predictions.getFirst().label())
        .isEqualTo(recorded.at("/predictions/0/label").asString());
    assertThat(predictions).allSatisfy(p -> assertThat(p.level()).isIn("high", "medium", "low"));
  }

  @Test
  void aRecordedEmbeddingIsReadWhole() {
    var answer = service.embed(Caller.JOB, List.of(new Embedding.Text("a", "milk")));

    var recorded = json.readTree(StandInAi.example("embed"));
    var embedding = ((Answer<Embedding>) answer).value();
    assertThat(embedding.model()).isEqualTo(recorded.get("model").asString());
    assertThat(embedding.vectors()).hasSize(recorded.get("vectors").size());
    assertThat(embedding.vectors().getFirst().vector()).hasSize(embedding.dimension());
    assertThat(embedding.vectors().getFirst().vector().getFirst())
        .isEqualTo(recorded.at("/vectors/0/vector/0").floatValue());
  }

  @Test
  void aRecordedPictureIsReadWhole() {
    assertThat(service.drawPicture(new byte[] {1}, "image/heic"))
        .isInstanceOfSatisfying(
            Answer.class, answer -> assertThat(answer.value()).isEqualTo(StandInAi.picture()));
  }

  @Test
  void aPhotoThatCannotBeDrawnIsTheInputsFault() {
    StandInAi.get().refusePictures();

    assertThat(service.drawPicture(new byte[] {1}, "image/heic"))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("unsupported_media"));
  }

  @Test
  void aRecordedProblemMeansTheInputIsBad() {
    StandInAi.get().refuseReceipts(422, "problem-no-text-found");

    var answer = service.extractReceipt(new byte[] {1}, "image/jpeg", "de-DE", "EUR");

    assertThat(answer)
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo("no_text_found");
              assertThat(rejected.detail()).isNotBlank();
            });
  }

  @Test
  void busyMeansAskAgainWhenItSays() {
    StandInAi.get().beBusy();

    var answer = service.extractReceipt(new byte[] {1}, "image/jpeg", "de-DE", "EUR");

    assertThat(answer).isEqualTo(new Unavailable<>("http_503", Duration.ofSeconds(1)));
  }

  @Test
  void aDefectThereMeansUnavailable() {
    var own = ownService(URI.create(StandInAi.get().url()));
    StandInAi.get().beBroken();

    assertThat(own.categorize(Caller.JOB, List.of(), List.of())).isInstanceOf(Unavailable.class);
  }

  @Test
  void nobodyThereMeansUnavailableAndAfterFiveTimesNobodyIsAsked() throws IOException {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    var own = ownService(URI.create("http://127.0.0.1:" + port));

    for (int i = 0; i < 5; i++) {
      assertThat(own.categorize(Caller.JOB, List.of(), List.of()))
          .isInstanceOfSatisfying(
              Unavailable.class, found -> assertThat(found.reason()).isEqualTo("no_connection"));
    }
    assertThat(own.categorize(Caller.JOB, List.of(), List.of()))
        .isInstanceOfSatisfying(
            Unavailable.class, found -> assertThat(found.reason()).isEqualTo("circuit_open"));
  }

  @Test
  void everyCallCarriesTheTraceOfItsCaller() throws IOException {
    var traceParent = new AtomicReference<String>();
    var trace = new AtomicReference<String>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          traceParent.set(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
          exchange.sendResponseHeaders(503, -1);
        });
    server.start();
    try {
      var own = ownService(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
      Observation.createNotStarted("caller", observations)
          .observe(() -> {
            trace.set(requireNonNull(tracer.currentSpan()).context().traceId());
            own.categorize(Caller.JOB, List.of(), List.of());
          });
    } finally {
      server.stop(0);
    }

    assertThat(traceParent.get()).matches("00-" + trace.get() + "-[0-9a-f]{16}-0[0-3]");
  }

  /** A client with a breaker of its own, so that the shared one stays closed. */
  private AiService ownService(URI url) {
    return AiParts.of(builder, url, Clock.systemUTC(), Duration.ZERO).service();
  }
}
