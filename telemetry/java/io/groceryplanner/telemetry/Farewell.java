package io.groceryplanner.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;

/**
 * Sends the last spans, metrics and logs when the service stops: all three at once and for a moment
 * only. Left to themselves they would go one after the other, ten seconds each, where nobody
 * answers.
 */
final class Farewell implements DisposableBean {

  private final SdkTracerProvider spans;
  private final SdkLoggerProvider logs;
  private final MeterRegistry meters;

  Farewell(SdkTracerProvider spans, SdkLoggerProvider logs, MeterRegistry meters) {
    this.spans = spans;
    this.logs = logs;
    this.meters = meters;
  }

  @Override
  public void destroy() {
    var metersClosed = new CompletableResultCode();
    Thread.ofPlatform()
        .daemon()
        .name("last-metrics")
        .start(() -> {
          meters.close();
          metersClosed.succeed();
        });
    CompletableResultCode.ofAll(List.of(spans.shutdown(), logs.shutdown(), metersClosed))
        .join(Telemetry.LONGEST_EXPORT.toMillis(), TimeUnit.MILLISECONDS);
  }
}
