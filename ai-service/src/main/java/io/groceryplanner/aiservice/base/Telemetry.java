package io.groceryplanner.aiservice.base;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Sends spans and metrics to where {@code OTEL_EXPORTER_OTLP_ENDPOINT} says, by OTLP over HTTP;
 * nowhere without it. Decided when the service starts rather than by conditions on beans, since
 * those are settled when the service is built.
 */
@Configuration(proxyBeanMethods = false)
class Telemetry {

  private final @Nullable String endpoint;
  private final Map<String, String> headers;

  Telemetry(Environment environment) {
    String given = environment.getProperty("OTEL_EXPORTER_OTLP_ENDPOINT", "").strip();
    endpoint = given.isEmpty() ? null : given.replaceFirst("/+$", "");
    headers = pairs(environment.getProperty("OTEL_EXPORTER_OTLP_HEADERS", ""));
  }

  @Bean
  SpanExporter spanExporter() {
    if (endpoint == null) {
      return SpanExporter.composite();
    }
    var builder = OtlpHttpSpanExporter.builder().setEndpoint(endpoint + "/v1/traces");
    headers.forEach(builder::addHeader);
    return builder.build();
  }

  @Bean
  MeterRegistry meterRegistry(@Value("${spring.application.name}") String service) {
    if (endpoint == null) {
      return new SimpleMeterRegistry();
    }
    String url = endpoint + "/v1/metrics";
    return new OtlpMeterRegistry(
        new OtlpConfig() {
          @Override
          public @Nullable String get(String key) {
            return null;
          }

          @Override
          public String url() {
            return url;
          }

          @Override
          public TimeUnit baseTimeUnit() {
            return TimeUnit.SECONDS;
          }

          @Override
          public Map<String, String> headers() {
            return headers;
          }

          @Override
          public Map<String, String> resourceAttributes() {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("service.name", service);
            attributes.putAll(OtlpConfig.super.resourceAttributes());
            return attributes;
          }
        },
        Clock.SYSTEM);
  }

  /** {@code name=value} pairs between commas, percent-encoded as the OTLP specification says. */
  static Map<String, String> pairs(String written) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : written.split(",")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.put(
            pair.substring(0, equals).strip(),
            URLDecoder.decode(
                // A plus stands for itself here.
                pair.substring(equals + 1).strip().replace("+", "%2B"), StandardCharsets.UTF_8));
      }
    }
    return pairs;
  }
}
