// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import java.util.List;
import java.util.Map;

/** What the schema says that a value has to be. */
final class SchemaValue {
  private SchemaValue() {}

  /** Returns whether a value is as expected, which is as {@code schema.yaml} writes it. */
  static boolean fits(Object expected, Object actual) {
    if (!(expected instanceof Map<?, ?> form)) {
      return plain(expected).equals(actual);
    }
    if (form.containsKey("like")) {
      return actual instanceof String text && text.matches((String) form.get("like"));
    }
    if (form.containsKey("one-of")) {
      return ((List<?>) form.get("one-of")).stream().anyMatch(one -> plain(one).equals(actual));
    }
    return switch (String.valueOf(form.get("type"))) {
      case "string" -> actual instanceof String;
      case "int" -> actual instanceof Long;
      case "double" -> actual instanceof Double;
      case "bool" -> actual instanceof Boolean;
      case "strings" ->
          actual instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
      default -> throw new IllegalArgumentException("no kind of value: " + form);
    };
  }

  /** Says what is wrong with the attributes of something. */
  static void check(
      String what, Map<String, Object> expected, Map<String, Object> actual, List<String> missing) {
    expected.forEach(
        (key, value) -> {
          Object found = actual.get(key);
          if (found == null) {
            missing.add(what + ": no " + key + ", which is " + value);
          } else if (!fits(value, found)) {
            String type = found.getClass().getSimpleName();
            missing.add(what + ": " + key + " is " + found + " (" + type + "), not " + value);
          }
        });
  }

  /** Returns whether attributes are among others. */
  static boolean isPart(Map<String, Object> some, Map<String, Object> all) {
    return some.entrySet().stream()
        .allMatch(one -> plain(one.getValue()).equals(all.get(one.getKey())));
  }

  private static Object plain(Object value) {
    return value instanceof Integer number ? (Object) number.longValue() : value;
  }
}
