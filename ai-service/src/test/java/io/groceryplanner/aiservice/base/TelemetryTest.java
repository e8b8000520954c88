package io.groceryplanner.aiservice.base;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** Spans and metrics, as a collector gets them. */
class TelemetryTest {

  /** A request that came in: its body unpacked, its key. */
  private record Received(byte[] body, String key) {}

  private final Map<String, Received> received = new ConcurrentHashMap<>();
  private HttpServer collector;

  @BeforeEach
  void startCollector() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          boolean packed = "gzip".equals(headers.getFirst("Content-Encoding"));
          InputStream body = exchange.getRequestBody();
          byte[] bytes = (packed ? new GZIPInputStream(body) : body).readAllBytes();
          received.put(
              exchange.getRequestURI().getPath(), new Received(bytes, headers.getFirst("x-key")));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void stopCollector() {
    collector.stop(0);
  }

  @Test
  void spansGoWhereTheEnvironmentSaysWithItsHeaders() throws IOException {
    try (SpanExporter exporter = telemetry().spanExporter();
        SdkTracerProvider tracers =
            SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build()) {
      tracers.get("test").spanBuilder("ocr").startSpan().end();
      tracers.forceFlush().join(10, SECONDS);
    }

    Received traces = requireNonNull(received.get("/otlp/v1/traces"));
    assertThat(traces.key()).isEqualTo("a b+c");
    assertThat(
            ExportTraceServiceRequest.parseFrom(traces.body())
                .getResourceSpans(0)
                .getScopeSpans(0)
                .getSpans(0)
                .getName())
        .isEqualTo("ocr");
  }

  @Test
  void metricsSayWhoseTheyAreAndCountSeconds() throws IOException {
    MeterRegistry registry = telemetry().meterRegistry("ai-service");
    registry.timer("ai_service.ocr.duration").record(1_500, MILLISECONDS);
    registry.close();

    Received metrics = requireNonNull(received.get("/otlp/v1/metrics"));
    assertThat(metrics.key()).isEqualTo("a b+c");
    var resource = ExportMetricsServiceRequest.parseFrom(metrics.body()).getResourceMetrics(0);
    assertThat(resource.getResource().getAttributesList())
        .anySatisfy(attribute -> {
          assertThat(attribute.getKey()).isEqualTo("service.name");
          assertThat(attribute.getValue().getStringValue()).isEqualTo("ai-service");
        });
    assertThat(resource.getScopeMetrics(0).getMetricsList())
        .anySatisfy(metric -> {
          assertThat(metric.getName()).isEqualTo("ai_service.ocr.duration");
          assertThat(metric.getUnit()).isEqualTo("seconds");
        });
  }

  @Test
  void withoutAnEndpointNothingIsSent() {
    Telemetry silent = new Telemetry(new MockEnvironment());

    assertThat(silent.meterRegistry("ai-service")).isInstanceOf(SimpleMeterRegistry.class);
    assertThat(silent.spanExporter()).isEqualTo(SpanExporter.composite());
    assertThat(received).isEmpty();
  }

  private Telemetry telemetry() {
    return new Telemetry(
        new MockEnvironment()
            .withProperty(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://localhost:" + collector.getAddress().getPort() + "/otlp/")
            .withProperty("OTEL_EXPORTER_OTLP_HEADERS", "x-key=a%20b+c, other=1"));
  }
}
