// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.prometheus;

import java.util.HashMap;
import java.util.Map;

/** UCUM units in the words that Prometheus uses, as OpenTelemetry's specification has them. */
final class Units {
  private static final Map<String, String> WORDS =
      map(
          "d days h hours min minutes s seconds ms milliseconds us microseconds ns nanoseconds"
              + " By bytes KiBy kibibytes MiBy mebibytes GiBy gibibytes TiBy tebibytes"
              + " KBy kilobytes MBy megabytes GBy gigabytes TBy terabytes m meters V volts"
              + " A amperes J joules W watts g grams Cel celsius Hz hertz % percent");
  private static final Map<String, String> PER =
      map("s second m minute h hour d day w week mo month y year");

  private Units() {}

  /** Returns the word for a unit; empty for none, and for what is only an annotation. */
  static String word(String unit) {
    String plain = unit.replaceAll("\\{[^}]*}", "").trim();
    int slash = plain.indexOf('/');
    if (slash < 0) {
      return plain.equals("1") ? "" : WORDS.getOrDefault(plain, plain);
    }
    String of = word(plain.substring(0, slash));
    String each = plain.substring(slash + 1).trim();
    if (each.isEmpty()) {
      return of;
    }
    String per = "per_" + PER.getOrDefault(each, each);
    return of.isEmpty() ? per : of + "_" + per;
  }

  private static Map<String, String> map(String unitsAndWords) {
    String[] each = unitsAndWords.split(" ");
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < each.length; i += 2) {
      map.put(each[i], each[i + 1]);
    }
    return map;
  }
}
