package io.groceryplanner.telemetry;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attributes and ids of OTLP, as text. */
final class OtlpAttributes {

  private OtlpAttributes() {}

  static Map<String, String> of(Resource resource) {
    return of(resource.getAttributesList());
  }

  static Map<String, String> of(List<KeyValue> attributes) {
    Map<String, String> map = new LinkedHashMap<>();
    attributes.forEach(attribute -> map.put(attribute.getKey(), text(attribute.getValue())));
    return map;
  }

  static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  private static String text(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
      case INT_VALUE -> Long.toString(value.getIntValue());
      case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
      default -> value.toString();
    };
  }
}
