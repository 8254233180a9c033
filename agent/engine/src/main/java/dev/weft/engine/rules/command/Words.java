// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import dev.weft.engine.rules.model.MetricPart;
import java.util.Locale;

/** What is said of parts of rules, in the words of rule files. */
final class Words {
  private Words() {}

  /** Returns a constant as rule files have it: {@code up-down-counter}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns how many there are of something. */
  static String count(int number, String one) {
    return count(number, one, "s");
  }

  static String count(int number, String one, String plural) {
    return number + " " + one + (number == 1 ? "" : plural);
  }

  /** Returns the name of a class without its package, as default names of spans have it. */
  static String simpleName(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  static String unit(MetricPart metric) {
    return metric.unit.isEmpty() ? "" : ", unit " + metric.unit;
  }
}
