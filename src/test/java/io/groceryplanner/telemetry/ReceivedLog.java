package io.groceryplanner.telemetry;

import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.Map;

/**
 * A log record as it came in.
 *
 * @param service {@code service.name} of who sent it
 * @param traceId empty outside of any trace
 */
public record ReceivedLog(
    String service,
    String traceId,
    String spanId,
    String severity,
    String body,
    Map<String, String> attributes) {

  static ReceivedLog of(Resource resource, LogRecord log) {
    return new ReceivedLog(
        OtlpAttributes.of(resource).getOrDefault("service.name", ""),
        OtlpAttributes.hex(log.getTraceId()),
        OtlpAttributes.hex(log.getSpanId()),
        log.getSeverityText(),
        log.getBody().getStringValue(),
        OtlpAttributes.of(log.getAttributesList()));
  }
}
