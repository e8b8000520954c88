package io.groceryplanner.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;

/**
 * A span whose exceptions are told by their class alone: what an exception says may quote a receipt
 * or a request. The stack trace is in the log, under the same trace.
 */
final class WordlessSpan extends DelegatingSpanData {

  private static final AttributeKey<String> TYPE = AttributeKey.stringKey("exception.type");

  WordlessSpan(SpanData span) {
    super(span);
  }

  @Override
  public StatusData getStatus() {
    return StatusData.create(super.getStatus().getStatusCode(), "");
  }

  @Override
  public List<EventData> getEvents() {
    return super.getEvents().stream().map(WordlessSpan::wordless).toList();
  }

  private static EventData wordless(EventData event) {
    var type = event.getAttributes().get(TYPE);
    return type == null
        ? event
        : EventData.create(event.getEpochNanos(), event.getName(), Attributes.of(TYPE, type));
  }
}
