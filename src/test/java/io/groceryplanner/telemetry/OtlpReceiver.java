package io.groceryplanner.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A collector: takes OTLP over HTTP as protobuf, packed or not, and keeps everything it gets. Give
 * a service {@link #endpoint()} as {@code OTEL_EXPORTER_OTLP_ENDPOINT}.
 */
public final class OtlpReceiver implements AutoCloseable {

  private final HttpServer server;
  private final List<ExportTraceServiceRequest> traces = new CopyOnWriteArrayList<>();
  private final List<ExportMetricsServiceRequest> metrics = new CopyOnWriteArrayList<>();
  private final List<ExportLogsServiceRequest> logs = new CopyOnWriteArrayList<>();
  private final List<Map<String, String>> headers = new CopyOnWriteArrayList<>();

  private OtlpReceiver(HttpServer server) {
    this.server = server;
    server.createContext("/", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public static OtlpReceiver start() throws IOException {
    return startAt(0);
  }

  /** Listens on this port of the loopback, 0 for any. */
  public static OtlpReceiver startAt(int port) throws IOException {
    return new OtlpReceiver(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String endpoint() {
    return "http://127.0.0.1:" + port() + "/otlp";
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var sent = exchange.getRequestHeaders();
      var packed = "gzip".equals(sent.getFirst("Content-Encoding"));
      var raw = exchange.getRequestBody();
      var body = (packed ? new GZIPInputStream(raw) : raw).readAllBytes();
      // Whatever stands before it: an endpoint may have a path.
      switch (exchange.getRequestURI().getPath().replaceFirst("^.*/v1/", "")) {
        case "traces" -> traces.add(ExportTraceServiceRequest.parseFrom(body));
        case "metrics" -> metrics.add(ExportMetricsServiceRequest.parseFrom(body));
        case "logs" -> logs.add(ExportLogsServiceRequest.parseFrom(body));
        default -> {
          exchange.sendResponseHeaders(404, -1);
          return;
        }
      }
      Map<String, String> first = new LinkedHashMap<>();
      sent.forEach((name, values) -> first.put(name.toLowerCase(), values.getFirst()));
      headers.add(first);
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  /** Every span so far, in the order in which they began. */
  public List<ReceivedSpan> spans() {
    var all = new ArrayList<ReceivedSpan>();
    for (var request : traces) {
      for (var resource : request.getResourceSpansList()) {
        var of = resource.getResource();
        resource
            .getScopeSpansList()
            .forEach(
                scope -> scope.getSpansList().forEach(span -> all.add(ReceivedSpan.of(of, span))));
      }
    }
    all.sort(java.util.Comparator.comparingLong(ReceivedSpan::startNanos));
    return all;
  }

  /** Every log record so far. */
  public List<ReceivedLog> logs() {
    var all = new ArrayList<ReceivedLog>();
    for (var request : logs) {
      for (var resource : request.getResourceLogsList()) {
        var of = resource.getResource();
        resource
            .getScopeLogsList()
            .forEach(scope ->
                scope.getLogRecordsList().forEach(log -> all.add(ReceivedLog.of(of, log))));
      }
    }
    return all;
  }

  /** All that was said of metrics, in the order in which it came. */
  public List<ResourceMetrics> metrics() {
    return metrics.stream()
        .map(ExportMetricsServiceRequest::getResourceMetricsList)
        .flatMap(List::stream)
        .toList();
  }

  /** The series as Prometheus would hold them now, the last value of each. */
  public List<PrometheusSeries> series() {
    Map<String, PrometheusSeries> last = new LinkedHashMap<>();
    metrics().stream()
        .flatMap(said -> PrometheusNames.seriesOf(said).stream())
        .forEach(series -> last.put(series.identity(), series));
    return List.copyOf(last.values());
  }

  /** The last value of the first series with this name and at least these labels, or nothing. */
  public @Nullable Double value(String name, Map<String, String> labels) {
    return series().stream()
        .filter(series -> series.name().equals(name))
        .filter(series -> series.labels().entrySet().containsAll(labels.entrySet()))
        .map(PrometheusSeries::value)
        .findFirst()
        .orElse(null);
  }

  /** What came as headers with each export, names in small letters. */
  public List<Map<String, String>> headers() {
    return List.copyOf(headers);
  }

  /** How many exports came, of any kind. */
  public int count() {
    return headers.size();
  }

  /** Everything that was received, as text to search in: bodies only, not the headers. */
  public String everything() {
    var text = new StringBuilder();
    Stream.of(traces, metrics, logs)
        .flatMap(List::stream)
        .forEach(request -> text.append(request).append('\n'));
    return text.toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
