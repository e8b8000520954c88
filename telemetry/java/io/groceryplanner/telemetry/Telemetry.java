package io.groceryplanner.telemetry;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.core.ipc.http.HttpUrlConnectionSender;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.registry.otlp.OtlpHttpMetricsSender;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationRegistryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Sends spans, metrics and logs to where {@code OTEL_EXPORTER_OTLP_ENDPOINT} says, by OTLP over
 * HTTP; nowhere without it. Decided when the service starts rather than by conditions on beans,
 * since those are settled when a service is packaged.
 */
@Configuration(proxyBeanMethods = false)
public class Telemetry {

  /** How long one export may take; whoever does not answer by then gets nothing of it. */
  static final Duration LONGEST_EXPORT = Duration.ofSeconds(3);

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(1);

  private final Optional<OtlpTarget> target;

  Telemetry(Environment environment) {
    target = OtlpTarget.of(environment);
  }

  @Bean
  Resource telemetryResource(Environment environment) {
    return ThisReplica.resource(environment);
  }

  /** Without a target, spans have ids for the logs, and nothing else is kept of them. */
  @Bean
  Sampler sampler() {
    return target.isPresent() ? Sampler.parentBased(Sampler.alwaysOn()) : Sampler.alwaysOff();
  }

  @Bean
  SpanExporter spanExporter() {
    if (target.isEmpty()) {
      return SpanExporter.composite();
    }
    var to = target.get();
    return new WatchedDelivery(
        OtlpHttpSpanExporter.builder()
            .setEndpoint(to.traces())
            .setHeaders(to::headers)
            .setCompression("gzip")
            .setConnectTimeout(LONGEST_CONNECT)
            .setTimeout(LONGEST_EXPORT)
            .build(),
        to.endpoint());
  }

  @Bean
  LogRecordExporter logRecordExporter() {
    if (target.isEmpty()) {
      return LogRecordExporter.composite();
    }
    var to = target.get();
    return OtlpHttpLogRecordExporter.builder()
        .setEndpoint(to.logs())
        .setHeaders(to::headers)
        .setCompression("gzip")
        .setConnectTimeout(LONGEST_CONNECT)
        .setTimeout(LONGEST_EXPORT)
        .build();
  }

  @Bean
  MeterRegistry meterRegistry(Resource telemetryResource, Environment environment) {
    if (target.isEmpty()) {
      return new SimpleMeterRegistry();
    }
    var step = environment.getProperty("OTEL_METRIC_EXPORT_INTERVAL", Long.class, 60_000L);
    return OtlpMeterRegistry.builder(
            new MetricsExport(target.get(), telemetryResource, Duration.ofMillis(step)))
        .clock(Clock.SYSTEM)
        .metricsSender(
            new OtlpHttpMetricsSender(new HttpUrlConnectionSender(LONGEST_CONNECT, LONGEST_EXPORT)))
        .build();
  }

  @Bean
  LogAppenders logAppenders(OpenTelemetry telemetry, MeterRegistry meters) {
    return new LogAppenders(target.isPresent() ? telemetry : OpenTelemetry.noop(), meters);
  }

  @Bean
  Farewell farewell(SdkTracerProvider spans, SdkLoggerProvider logs, MeterRegistry meters) {
    return new Farewell(spans, logs, meters);
  }

  @Bean
  MeterFilter labelLimit() {
    return new LabelLimit(LabelLimit.MOST_VALUES);
  }

  @Bean
  MeterBinder containerMemory() {
    return new ContainerMemory(Path.of("/sys/fs/cgroup"));
  }

  @Bean
  ObservationRegistryCustomizer<ObservationRegistry> worthTelling() {
    return registry ->
        registry.observationConfig().observationPredicate(new WorthTelling(registry));
  }
}
