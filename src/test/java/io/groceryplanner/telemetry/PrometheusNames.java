package io.groceryplanner.telemetry;

import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Prometheus, and so Grafana's Mimir, makes of OTLP metrics: names and labels in underscores,
 * the unit and {@code _total} behind the name, {@code job} and {@code instance} from the resource.
 *
 * @see <a
 *     href="https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/">the
 *     specification</a>
 */
public final class PrometheusNames {

  /** Units that are written short in OTLP; any other stands for itself. */
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("d", "days"),
          Map.entry("h", "hours"),
          Map.entry("min", "minutes"),
          Map.entry("s", "seconds"),
          Map.entry("ms", "milliseconds"),
          Map.entry("us", "microseconds"),
          Map.entry("ns", "nanoseconds"),
          Map.entry("By", "bytes"),
          Map.entry("KiBy", "kibibytes"),
          Map.entry("MiBy", "mebibytes"),
          Map.entry("%", "percent"),
          Map.entry("Cel", "celsius"));

  private PrometheusNames() {}

  /** All series of one service's export; cumulative histograms become buckets, sum and count. */
  public static List<PrometheusSeries> seriesOf(ResourceMetrics said) {
    var whose = whose(said);
    var series = new ArrayList<PrometheusSeries>();
    for (var scope : said.getScopeMetricsList()) {
      for (var metric : scope.getMetricsList()) {
        add(metric, whose, series);
      }
    }
    return series;
  }

  private static void add(
      Metric metric, SortedMap<String, String> whose, List<PrometheusSeries> series) {
    var name = name(metric);
    switch (metric.getDataCase()) {
      case GAUGE ->
          metric.getGauge().getDataPointsList().forEach(point -> add(name, point, whose, series));
      case SUM ->
          metric.getSum().getDataPointsList().forEach(point -> add(name, point, whose, series));
      case HISTOGRAM -> {
        if (metric.getHistogram().getAggregationTemporality()
            != AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE) {
          throw new AssertionError(name + " is not cumulative: Prometheus would refuse it");
        }
        metric.getHistogram().getDataPointsList().forEach(point -> add(name, point, whose, series));
      }
      case SUMMARY ->
          metric.getSummary().getDataPointsList().forEach(point -> add(name, point, whose, series));
      default -> throw new AssertionError("What is this? " + metric);
    }
  }

  private static void add(
      String name,
      NumberDataPoint point,
      SortedMap<String, String> whose,
      List<PrometheusSeries> series) {
    var value = point.hasAsInt() ? point.getAsInt() : point.getAsDouble();
    series.add(
        new PrometheusSeries(
            name, labels(whose, OtlpAttributes.of(point.getAttributesList())), value));
  }

  private static void add(
      String name,
      HistogramDataPoint point,
      SortedMap<String, String> whose,
      List<PrometheusSeries> series) {
    var labels = labels(whose, OtlpAttributes.of(point.getAttributesList()));
    long below = 0;
    for (int i = 0; i < point.getExplicitBoundsCount(); i++) {
      below += point.getBucketCounts(i);
      var bound = BigDecimal.valueOf(point.getExplicitBounds(i)).stripTrailingZeros();
      series.add(
          new PrometheusSeries(name + "_bucket", with(labels, "le", bound.toPlainString()), below));
    }
    series.add(
        new PrometheusSeries(name + "_bucket", with(labels, "le", "+Inf"), point.getCount()));
    series.add(new PrometheusSeries(name + "_sum", labels, point.getSum()));
    series.add(new PrometheusSeries(name + "_count", labels, point.getCount()));
  }

  private static void add(
      String name,
      SummaryDataPoint point,
      SortedMap<String, String> whose,
      List<PrometheusSeries> series) {
    var labels = labels(whose, OtlpAttributes.of(point.getAttributesList()));
    point
        .getQuantileValuesList()
        .forEach(quantile ->
            series.add(
                new PrometheusSeries(
                    name,
                    with(labels, "quantile", Double.toString(quantile.getQuantile())),
                    quantile.getValue())));
    series.add(new PrometheusSeries(name + "_sum", labels, point.getSum()));
    series.add(new PrometheusSeries(name + "_count", labels, point.getCount()));
  }

  /** The metric's name in Prometheus, without the endings that only a histogram has. */
  static String name(Metric metric) {
    var words = new ArrayList<>(words(metric.getName()));
    var isTotal =
        metric.hasSum()
            && metric.getSum().getIsMonotonic()
            && metric.getSum().getAggregationTemporality()
                == AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;
    // "1" says that there is no unit; Prometheus calls such a gauge a ratio.
    if (metric.getUnit().equals("1")) {
      append(words, metric.hasGauge() ? "ratio" : "");
    } else {
      append(words, unit(metric.getUnit()));
    }
    if (isTotal) {
      words.removeIf("total"::equals);
      words.add("total");
    }
    var name = String.join("_", words);
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }

  private static void append(List<String> words, String unit) {
    if (!unit.isEmpty() && !words.contains(unit)) {
      words.add(unit);
    }
  }

  private static String unit(String written) {
    if (written.contains("{")) {
      return "";
    }
    var slash = written.indexOf('/');
    if (slash > 0) {
      return unit(written.substring(0, slash))
          + "_per_"
          + unit(written.substring(slash + 1)).replaceAll("s$", "");
    }
    return String.join("_", words(UNITS.getOrDefault(written, written)));
  }

  private static List<String> words(String name) {
    return Arrays.stream(name.split("[^a-zA-Z0-9:]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static SortedMap<String, String> whose(ResourceMetrics said) {
    var resource = OtlpAttributes.of(said.getResource());
    var service = resource.getOrDefault("service.name", "");
    var namespace = resource.getOrDefault("service.namespace", "");
    SortedMap<String, String> whose = new TreeMap<>();
    whose.put("job", namespace.isEmpty() ? service : namespace + "/" + service);
    whose.put("instance", resource.getOrDefault("service.instance.id", ""));
    return whose;
  }

  private static SortedMap<String, String> labels(
      SortedMap<String, String> whose, Map<String, String> attributes) {
    SortedMap<String, String> labels = new TreeMap<>(whose);
    attributes.forEach((key, value) -> labels.put(label(key), value));
    return labels;
  }

  static String label(String key) {
    var label = key.replaceAll("[^a-zA-Z0-9_]", "_");
    if (label.isEmpty() || Character.isDigit(label.charAt(0))) {
      return "key_" + label;
    }
    return label.startsWith("_") && !label.startsWith("__") ? "key" + label : label;
  }

  private static SortedMap<String, String> with(
      SortedMap<String, String> labels, String label, String value) {
    SortedMap<String, String> more = new TreeMap<>(labels);
    more.put(label, value);
    return more;
  }
}
