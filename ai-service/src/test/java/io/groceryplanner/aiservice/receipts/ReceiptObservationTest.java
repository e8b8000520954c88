package io.groceryplanner.aiservice.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.aiservice.SampleFiles;
import io.groceryplanner.aiservice.ServiceClient;
import io.groceryplanner.aiservice.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Every piece of work leaves a span and a measurement, which tell nothing of what was read. */
@ServiceTest
@Import(ReceiptObservationTest.Recording.class)
class ReceiptObservationTest {

  private final ServiceClient client;
  private final MeterRegistry meters;
  private final Recording recording;

  @Autowired
  ReceiptObservationTest(@LocalServerPort int port, MeterRegistry meters, Recording recording) {
    client = new ServiceClient(port);
    this.meters = meters;
    this.recording = recording;
  }

  @BeforeEach
  void forget() {
    assertThat(client.extract("a.jpg", SampleFiles.bad("empty.jpg"), Map.of()).status())
        .isEqualTo(422);
    recording.spans.clear();
  }

  @Test
  void readingAReceiptIsASpanBelowItsRequestAndATimeInSeconds() {
    long before = count("read", "eng");

    assertThat(
            client
                .extract("a.jpg", SampleFiles.receipt("green-basket-mild.jpg"), Map.of())
                .status())
        .isEqualTo(200);

    SpanData ocr = recording.span("ocr");
    SpanData request = recording.span("http post /api/v1/receipts/extract");
    assertThat(ocr.getTraceId()).isEqualTo(request.getTraceId());
    assertThat(ocr.getParentSpanId()).isEqualTo(request.getSpanId());
    assertThat(values(ocr)).containsOnly("read", "eng");
    assertThat(count("read", "eng")).isEqualTo(before + 1);
    assertThat(timers("read", "eng").findFirst().orElseThrow().max(TimeUnit.SECONDS))
        .isBetween(0.01, 60.0);
  }

  @Test
  void aRefusalIsCountedByItsCode() {
    long before = count("no_text_found", "none");

    client.extract("a.jpg", SampleFiles.bad("wall.jpg"), Map.of());

    assertThat(count("no_text_found", "none")).isEqualTo(before + 1);
    assertThat(values(recording.span("ocr"))).containsOnly("no_text_found", "none");
  }

  @Test
  void embeddingAndSortingAreMeasuredToo() {
    while (client
        .postJson("/api/v1/embed", "{\"texts\": [{\"id\": \"1\", \"text\": \"milk\"}]}")
        .body()
        .contains("starting")) {
      Thread.onSpinWait();
    }
    client.postJson(
        "/api/v1/categorize",
        """
        {"items": [{"id": "1", "name": "milk"}], "labels": [{"name": "Dairy"}]}\
        """);

    assertThat(recording.span("embed").getAttributes().asMap().values())
        .allSatisfy(value -> assertThat(value.toString()).isEqualTo("1"));
    assertThat(values(recording.span("categorize_item"))).containsOnly("high");
    assertThat(meters.get("ai_service.embed.duration").timer().count()).isPositive();
    assertThat(meters.get("ai_service.categorize.duration").timer().count()).isPositive();
  }

  private long count(String outcome, String language) {
    return timers(outcome, language).mapToLong(Timer::count).sum();
  }

  private Stream<Timer> timers(String outcome, String language) {
    return meters
        .find("ai_service.ocr.duration")
        .tags("outcome", outcome, "language", language)
        .timers()
        .stream();
  }

  private static List<String> values(SpanData span) {
    return span.getAttributes().asMap().values().stream().map(Object::toString).toList();
  }

  /** Keeps the spans that would be sent away. */
  @TestConfiguration
  static class Recording {

    private final List<SpanData> spans = new CopyOnWriteArrayList<>();

    SpanData span(String name) {
      await().until(() -> spans.stream().anyMatch(s -> s.getName().equals(name)));
      return spans.stream().filter(s -> s.getName().equals(name)).findFirst().orElseThrow();
    }

    /** Without an endpoint nothing would be recorded. */
    @Bean
    @Primary
    Sampler everything() {
      return Sampler.alwaysOn();
    }

    @Bean
    SpanProcessor recorder() {
      return new SpanProcessor() {
        @Override
        public void onStart(Context parent, ReadWriteSpan span) {}

        @Override
        public boolean isStartRequired() {
          return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
          spans.add(span.toSpanData());
        }

        @Override
        public boolean isEndRequired() {
          return true;
        }
      };
    }
  }
}
