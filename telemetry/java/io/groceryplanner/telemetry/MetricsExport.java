package io.groceryplanner.telemetry;

import io.micrometer.registry.otlp.CompressionMode;
import io.micrometer.registry.otlp.OtlpConfig;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How metrics are sent: in seconds, as OpenTelemetry and Prometheus have them. */
record MetricsExport(OtlpTarget target, Resource resource, Duration step) implements OtlpConfig {

  @Override
  public @Nullable String get(String key) {
    return null;
  }

  @Override
  public String url() {
    return target.metrics();
  }

  @Override
  public Map<String, String> headers() {
    return target.headers();
  }

  @Override
  public CompressionMode compressionMode() {
    return CompressionMode.GZIP;
  }

  @Override
  public TimeUnit baseTimeUnit() {
    return TimeUnit.SECONDS;
  }

  @Override
  public Map<String, String> resourceAttributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    resource
        .getAttributes()
        .forEach((key, value) -> attributes.put(key.getKey(), value.toString()));
    return attributes;
  }
}
