package io.groceryplanner.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.resource.v1.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as Prometheus' own translation makes them. */
class PrometheusNamesTest {

  private static final AggregationTemporality CUMULATIVE =
      AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;

  @ParameterizedTest
  @CsvSource({
    "hikaricp.connections.active, '', hikaricp_connections_active",
    "jvm.memory.used, bytes, jvm_memory_used_bytes",
    "jvm.memory.used, By, jvm_memory_used_bytes",
    "jvm.threads.live, threads, jvm_threads_live",
    "process.uptime, seconds, process_uptime_seconds",
    "grocery_planner.job.age, seconds, grocery_planner_job_age_seconds",
    "grocery_planner.container.memory.ratio, '', grocery_planner_container_memory_ratio",
    "share, 1, share_ratio",
    "speed, By/s, speed_bytes_per_second",
    "things, {thing}, things",
    "2xx-answers, '', _2xx_answers",
  })
  void aGaugeGetsItsUnit(String name, String unit, String expected) {
    var metric = metric(name, unit).setGauge(Gauge.getDefaultInstance()).build();

    assertThat(PrometheusNames.name(metric)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "dbscheduler_task_completions, '', true, dbscheduler_task_completions_total",
    "jvm.gc.memory.allocated, bytes, true, jvm_gc_memory_allocated_bytes_total",
    "requests.total.seen, '', true, requests_seen_total",
    "open, '', false, open",
  })
  void whatOnlyGrowsIsATotal(String name, String unit, boolean monotonic, String expected) {
    var sum = Sum.newBuilder().setIsMonotonic(monotonic).setAggregationTemporality(CUMULATIVE);

    assertThat(PrometheusNames.name(metric(name, unit).setSum(sum).build())).isEqualTo(expected);
  }

  @Test
  void aHistogramBecomesBucketsThatIncludeTheOnesBelow() {
    var point =
        HistogramDataPoint.newBuilder()
            .addAttributes(text("http.route", "/a"))
            .addExplicitBounds(0.5)
            .addExplicitBounds(5)
            .addBucketCounts(3)
            .addBucketCounts(2)
            .addBucketCounts(1)
            .setCount(6)
            .setSum(12.5);
    var said =
        said(
            metric("http.server.requests", "seconds")
                .setHistogram(
                    Histogram.newBuilder()
                        .setAggregationTemporality(CUMULATIVE)
                        .addDataPoints(point)));

    assertThat(PrometheusNames.seriesOf(said))
        .extracting(PrometheusSeries::toString)
        .containsExactly(
            series("bucket", "le=\"0.5\",") + " 3.0",
            series("bucket", "le=\"5\",") + " 5.0",
            series("bucket", "le=\"+Inf\",") + " 6.0",
            series("sum", "") + " 12.5",
            series("count", "") + " 6.0");
  }

  @ParameterizedTest
  @CsvSource({"http.route, http_route", "_own, key_own", "5xx, key_5xx", "task, task"})
  void labelsAreWordsToo(String attribute, String expected) {
    assertThat(PrometheusNames.label(attribute)).isEqualTo(expected);
  }

  @Test
  void aNumberKeepsItsValueWhicheverKindItIs() {
    var gauge =
        Gauge.newBuilder()
            .addDataPoints(
                NumberDataPoint.newBuilder().addAttributes(text("state", "due")).setAsInt(7))
            .addDataPoints(
                NumberDataPoint.newBuilder().addAttributes(text("state", "dead")).setAsDouble(.5));

    assertThat(PrometheusNames.seriesOf(said(metric("grocery_planner.jobs", "").setGauge(gauge))))
        .extracting(PrometheusSeries::value)
        .containsExactly(7.0, 0.5);
  }

  private static String series(String ending, String le) {
    return "http_server_requests_seconds_%s{http_route=\"/a\",instance=\"i-1\",job=\"web\",%s}"
        .formatted(ending, le);
  }

  private static Metric.Builder metric(String name, String unit) {
    return Metric.newBuilder().setName(name).setUnit(unit);
  }

  private static ResourceMetrics said(Metric.Builder metric) {
    return ResourceMetrics.newBuilder()
        .setResource(
            Resource.newBuilder()
                .addAttributes(text("service.name", "web"))
                .addAttributes(text("service.instance.id", "i-1")))
        .addScopeMetrics(ScopeMetrics.newBuilder().addMetrics(metric))
        .build();
  }

  private static KeyValue text(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }
}
