package io.groceryplanner.telemetry;

import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Map;

/**
 * A span as it came in.
 *
 * @param service {@code service.name} of who sent it
 * @param parentId empty for the first of a trace
 * @param kind such as {@code SERVER}
 */
public record ReceivedSpan(
    String service,
    String traceId,
    String spanId,
    String parentId,
    String name,
    String kind,
    Map<String, String> attributes,
    long startNanos,
    long endNanos) {

  static ReceivedSpan of(Resource resource, Span span) {
    return new ReceivedSpan(
        OtlpAttributes.of(resource).getOrDefault("service.name", ""),
        OtlpAttributes.hex(span.getTraceId()),
        OtlpAttributes.hex(span.getSpanId()),
        OtlpAttributes.hex(span.getParentSpanId()),
        span.getName(),
        span.getKind().name().replace("SPAN_KIND_", ""),
        OtlpAttributes.of(span.getAttributesList()),
        span.getStartTimeUnixNano(),
        span.getEndTimeUnixNano());
  }
}
