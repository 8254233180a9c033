// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** As much of JSON Schema as the schema of rule files uses; another keyword is a failure. */
final class Schema {
  private final Map<?, ?> definitions;
  private final Map<?, ?> root;

  Schema(Map<?, ?> root) {
    this.root = root;
    this.definitions = (Map<?, ?>) root.get("$defs");
  }

  boolean accepts(Object value) {
    return accepts(root, value);
  }

  private boolean accepts(Object schema, Object value) {
    if (schema instanceof Boolean all) {
      return all;
    }
    Map<?, ?> keywords = (Map<?, ?>) schema;
    return keywords.keySet().stream()
        .allMatch(keyword -> holds((String) keyword, keywords.get(keyword), keywords, value));
  }

  private boolean holds(String keyword, Object said, Map<?, ?> schema, Object value) {
    return switch (keyword) {
      case "$schema", "$defs", "title", "description" -> true;
      case "$ref" ->
          accepts(definitions.get(said.toString().substring("#/$defs/".length())), value);
      case "type" ->
          (said instanceof List<?> all ? all : List.of(said))
              .stream().anyMatch(type -> isOf((String) type, value));
      case "enum" -> ((List<?>) said).contains(value);
      case "anyOf" -> count((List<?>) said, value) > 0;
      case "oneOf" -> count((List<?>) said, value) == 1;
      case "not" -> !accepts(said, value);
      case "pattern" -> !(value instanceof String text) || find(said, text);
      case "maxLength" -> !(value instanceof String text) || text.length() <= (Integer) said;
      case "minimum" -> !(value instanceof Number n) || n.doubleValue() >= (Integer) said;
      case "items" ->
          !(value instanceof List<?> list) || list.stream().allMatch(e -> accepts(said, e));
      case "minItems" -> !(value instanceof List<?> list) || list.size() >= (Integer) said;
      default -> !(value instanceof Map<?, ?> object) || holdsFor(keyword, said, schema, object);
    };
  }

  private boolean holdsFor(String keyword, Object said, Map<?, ?> schema, Map<?, ?> object) {
    return switch (keyword) {
      case "required" -> object.keySet().containsAll((Collection<?>) said);
      case "minProperties" -> object.size() >= (Integer) said;
      case "propertyNames" -> object.keySet().stream().allMatch(key -> accepts(said, key));
      case "properties" -> all(object, ((Map<?, ?>) said)::containsKey, (Map<?, ?>) said);
      case "additionalProperties" -> {
        Map<?, ?> known = (Map<?, ?>) schema.get("properties");
        List<?> others = new ArrayList<>(object.keySet());
        others.removeAll(known == null ? List.of() : known.keySet());
        yield others.stream().allMatch(key -> accepts(said, object.get(key)));
      }
      case "dependentRequired" ->
          ((Map<?, ?>) said)
              .entrySet().stream()
                  .allMatch(
                      one ->
                          !object.containsKey(one.getKey())
                              || object.keySet().containsAll((Collection<?>) one.getValue()));
      default -> throw new IllegalArgumentException("keyword " + keyword);
    };
  }

  private boolean all(Map<?, ?> object, Predicate<Object> known, Map<?, ?> schemas) {
    return object.entrySet().stream()
        .filter(one -> known.test(one.getKey()))
        .allMatch(one -> accepts(schemas.get(one.getKey()), one.getValue()));
  }

  private long count(List<?> schemas, Object value) {
    return schemas.stream().filter(one -> accepts(one, value)).count();
  }

  private static boolean find(Object pattern, String text) {
    return Pattern.compile((String) pattern).matcher(text).find();
  }

  private static boolean isOf(String type, Object value) {
    return switch (type) {
      case "object" -> value instanceof Map;
      case "array" -> value instanceof List;
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "integer" -> value instanceof Integer;
      case "number" -> value instanceof Number;
      default -> throw new IllegalArgumentException("type " + type);
    };
  }
}
