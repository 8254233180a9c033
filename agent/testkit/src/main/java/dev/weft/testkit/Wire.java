// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what the three signals of OTLP have in common: ids, attributes, scopes. */
final class Wire {
  private Wire() {}

  static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  static RecordedScope scope(InstrumentationScope scope, String schemaUrl) {
    return new RecordedScope(scope.getName(), scope.getVersion(), schemaUrl);
  }

  /**
   * Returns the attributes sorted by key.
   *
   * @throws IllegalArgumentException if a key comes twice, which OTLP forbids
   */
  static Map<String, Object> attributes(List<KeyValue> pairs) {
    Map<String, Object> attributes = new TreeMap<>();
    for (KeyValue pair : pairs) {
      if (attributes.put(pair.getKey(), value(pair.getValue())) != null) {
        throw new IllegalArgumentException("attribute " + pair.getKey() + " was sent twice");
      }
    }
    return Collections.unmodifiableMap(attributes);
  }

  static Object value(AnyValue any) {
    return switch (any.getValueCase()) {
      case STRING_VALUE -> any.getStringValue();
      case BOOL_VALUE -> any.getBoolValue();
      case INT_VALUE -> any.getIntValue();
      case DOUBLE_VALUE -> any.getDoubleValue();
      case ARRAY_VALUE -> any.getArrayValue().getValuesList().stream().map(Wire::value).toList();
      case KVLIST_VALUE -> attributes(any.getKvlistValue().getValuesList());
      case BYTES_VALUE -> any.getBytesValue().asReadOnlyByteBuffer();
      case VALUE_NOT_SET -> "";
      default -> throw new IllegalArgumentException("a value of type " + any.getValueCase());
    };
  }
}
