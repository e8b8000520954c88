package io.groceryplanner.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.faults.Fault;
import io.groceryplanner.faults.FaultProxy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.mock.env.MockEnvironment;

/** Spans, metrics and logs on their way out; how both services are set up. */
class TelemetryTest {

  private static final Logger log = LoggerFactory.getLogger(TelemetryTest.class);

  private OtlpReceiver receiver;

  @BeforeEach
  void start() throws IOException {
    receiver = OtlpReceiver.start();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  /** What Boot makes of the beans of {@link Telemetry}, for one test. */
  private record Running(
      SdkTracerProvider spans,
      SdkLoggerProvider logs,
      io.micrometer.core.instrument.MeterRegistry meters,
      LogAppenders appenders,
      Farewell farewell)
      implements AutoCloseable {

    static Running on(MockEnvironment environment) {
      var telemetry = new Telemetry(environment);
      var resource = telemetry.telemetryResource(environment);
      var spans =
          SdkTracerProvider.builder()
              .setResource(resource)
              .setSampler(telemetry.sampler())
              .addSpanProcessor(
                  BatchSpanProcessor.builder(telemetry.spanExporter())
                      .setExporterTimeout(Telemetry.LONGEST_EXPORT)
                      .build())
              .build();
      var logs =
          SdkLoggerProvider.builder()
              .setResource(resource)
              .addLogRecordProcessor(
                  BatchLogRecordProcessor.builder(telemetry.logRecordExporter())
                      .setExporterTimeout(Telemetry.LONGEST_EXPORT)
                      .build())
              .build();
      var meters = telemetry.meterRegistry(resource, environment);
      var appenders =
          telemetry.logAppenders(
              OpenTelemetrySdk.builder().setTracerProvider(spans).setLoggerProvider(logs).build(),
              meters);
      appenders.afterPropertiesSet();
      return new Running(spans, logs, meters, appenders, telemetry.farewell(spans, logs, meters));
    }

    void span(String name) {
      var span = spans.get("test").spanBuilder(name).startSpan();
      try (var _ = span.makeCurrent()) {
        log.info("{} is done", name);
      }
      span.end();
    }

    @Override
    public void close() {
      appenders.destroy();
      farewell.destroy();
    }
  }

  @Test
  void allThreeGoWhereTheEnvironmentSaysWithItsHeaders() {
    try (var running = Running.on(environment(receiver.endpoint() + "/"))) {
      MDC.put("household", "h-1");
      MDC.put("password", "never");
      running.span("ocr");
      MDC.clear();
      running.meters().timer("ai_service.ocr.duration").record(Duration.ofMillis(1_500));
    }

    assertThat(receiver.headers())
        .hasSize(3)
        .allSatisfy(headers -> assertThat(headers).containsEntry("x-key", "a b+c"));
    var span = receiver.spans().getFirst();
    assertThat(span.name()).isEqualTo("ocr");
    assertThat(span.service()).isEqualTo("grocery-planner-test");
    assertThat(receiver.logs())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.body()).isEqualTo("ocr is done");
          assertThat(line.traceId()).isEqualTo(span.traceId());
          assertThat(line.attributes()).containsEntry("household", "h-1");
          assertThat(line.attributes().toString()).doesNotContain("never");
        });
    assertThat(receiver.value("ai_service_ocr_duration_seconds_sum", Map.of()))
        .as("in seconds")
        .isEqualTo(1.5);
    assertThat(receiver.series())
        .allSatisfy(series -> {
          assertThat(series.labels()).containsEntry("job", "grocery-planner-test");
          assertThat(series.labels().get("instance")).hasSize(36);
        });
  }

  @Test
  void withoutAnEndpointThereIsNothingToSendWith() {
    try (var running = Running.on(new MockEnvironment().withProperty(NAME, "test"))) {
      running.span("ocr");
      assertThat(running.meters()).isInstanceOf(SimpleMeterRegistry.class);
    }
    var silent = new Telemetry(new MockEnvironment());
    assertThat(silent.spanExporter()).isEqualTo(SpanExporter.composite());
    assertThat(silent.logRecordExporter()).isEqualTo(LogRecordExporter.composite());
    assertThat(receiver.count()).isZero();
  }

  @Test
  void anEndpointThatNeverAnswersHoldsUpNeitherWorkNorTheEnd() throws IOException {
    try (var network = FaultProxy.before(receiver.port())) {
      network.set(new Fault.BlackHole());
      var running = Running.on(environment("http://127.0.0.1:" + network.port() + "/otlp"));
      var began = System.nanoTime();
      for (int i = 0; i < 10_000; i++) {
        running.span("work " + i);
      }
      assertThat(since(began)).as("more than the queues hold").isLessThan(Duration.ofSeconds(10));
      await().until(() -> network.struck() > 0);

      began = System.nanoTime();
      running.close();
      running.spans().close();
      running.logs().close();
      running.meters().close();

      // Each of the three by itself may take ten seconds, its queue being full.
      assertThat(since(began)).isLessThan(Duration.ofSeconds(8));
      assertThat(receiver.count()).isZero();
    }
  }

  @Test
  void errorsAreCountedByTheClassOfTheirException() {
    try (var running = Running.on(environment(receiver.endpoint()))) {
      log.error("It broke", new IllegalStateException("with a word"));
      log.error("It broke");
      log.warn("It nearly broke", new IllegalStateException("with a word"));
    }

    assertThat(receiver.value(ERRORS, Map.of("class", "IllegalStateException"))).isEqualTo(1);
    assertThat(receiver.value(ERRORS, Map.of("class", "none"))).isEqualTo(1);
  }

  @Test
  void whatAnExceptionSaysIsNotInItsSpan() {
    try (var running = Running.on(environment(receiver.endpoint()))) {
      running
          .spans()
          .get("test")
          .spanBuilder("parsing")
          .startSpan()
          .setStatus(io.opentelemetry.api.trace.StatusCode.ERROR, "quumbat is no number")
          .recordException(new NumberFormatException("quumbat is no number"))
          .end();
    }

    assertThat(receiver.everything()).contains("NumberFormatException").doesNotContain("quumbat");
  }

  @Test
  void aReplicaIsCalledAsItsPlatformCallsIt() {
    var azure =
        environment(receiver.endpoint()).withProperty("CONTAINER_APP_REPLICA_NAME", "web--1-x");

    assertThat(ThisReplica.resource(azure).getAttributes().asMap().toString())
        .contains("service.instance.id=web--1-x");
  }

  private static final String NAME = "spring.application.name";
  private static final String ERRORS = "grocery_planner_errors_total";

  private static MockEnvironment environment(String endpoint) {
    return new MockEnvironment()
        .withProperty(NAME, "grocery-planner-test")
        .withProperty("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
        .withProperty("OTEL_EXPORTER_OTLP_HEADERS", "x-key=a%20b+c, other=1");
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
