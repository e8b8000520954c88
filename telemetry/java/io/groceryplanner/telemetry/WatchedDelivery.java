package io.groceryplanner.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once that telemetry cannot be delivered, and once that it can again. The exporters' own
 * words are switched off: a stack trace for every try. All three kinds go to the same place, so
 * watching one is enough.
 */
final class WatchedDelivery implements SpanExporter {

  private static final Logger log = LoggerFactory.getLogger(WatchedDelivery.class);

  private final SpanExporter exporter;
  private final String endpoint;
  private final AtomicBoolean isFailing = new AtomicBoolean();

  WatchedDelivery(SpanExporter exporter, String endpoint) {
    this.exporter = exporter;
    this.endpoint = endpoint;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    var result = exporter.export(spans.stream().<SpanData>map(WordlessSpan::new).toList());
    return result.whenComplete(() -> {
      if (!result.isSuccess() && isFailing.compareAndSet(false, true)) {
        log.warn("Telemetry cannot be delivered to {}; nothing else suffers from that", endpoint);
      } else if (result.isSuccess() && isFailing.compareAndSet(true, false)) {
        log.info("Telemetry is delivered to {} again", endpoint);
      }
    });
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
