// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A setting that is not in the table of {@link Keys}: what is to be said about it, if anything. */
final class UnknownSetting {
  private final String environmentName;
  private final Setting setting;
  private final Set<String> rules;

  /**
   * @param environmentName the name in environment form, wherever it was set
   * @param rules the names of telemetry rules, as {@link InstrumentationNames#switchName} makes
   *     them
   */
  UnknownSetting(String environmentName, Setting setting, Set<String> rules) {
    this.environmentName = environmentName;
    this.setting = setting;
    this.rules = rules;
  }

  void report(List<Problem> problems) {
    Problem problem = problem();
    if (problem != null) {
      problems.add(problem);
    }
  }

  private @Nullable Problem problem() {
    Key key = UnhonouredKeys.withEnvironmentName(environmentName);
    if (key != null) {
      return unhonoured(key);
    }
    String flagged = InstrumentationNames.flagged(environmentName);
    if (flagged != null) {
      String versionless = versionless(flagged);
      if (InstrumentationNames.contains(versionless)) {
        return Problem.unknown(setting, suggesting(nameOfFlag(versionless)));
      }
      if (UnhonouredLibraryKeys.isInstrumentation(versionless)) {
        return unhonouredFlag(flagged);
      }
      String rule = NearestName.of(flagged, rules);
      if (rule != null) {
        return Problem.unknown(setting, suggesting(nameOfFlag(rule)));
      }
    }
    String nearest = new NearestName(environmentName).find();
    return Problem.unknown(setting, nearest == null ? "" : suggesting(nearest));
  }

  private @Nullable Problem unhonoured(Key key) {
    String why = key.whyNotHonoured();
    boolean isSoAnyway = setting.value().equalsIgnoreCase(key.defaultText());
    return isSoAnyway || why == null ? null : Problem.notHonoured(setting, why);
  }

  private @Nullable Problem unhonouredFlag(String flagged) {
    if (setting.value().equalsIgnoreCase("false")) {
      return null;
    }
    return Problem.notHonoured(setting, "Weft has no instrumentation " + propertyForm(flagged));
  }

  private String suggesting(String nearestEnvironmentName) {
    String name = nearestEnvironmentName;
    if (!setting.isFromEnvironment()) {
      Key key = Keys.withEnvironmentName(name);
      key = key == null ? UnhonouredKeys.withEnvironmentName(name) : key;
      String flagged = InstrumentationNames.flagged(name);
      if (key != null) {
        name = key.name();
      } else if (flagged != null) {
        name = "otel.instrumentation." + propertyForm(flagged) + ".enabled";
      }
    }
    return "; did you mean " + name + "?";
  }

  private static String nameOfFlag(String instrumentation) {
    return InstrumentationNames.environmentName(instrumentation);
  }

  private static String propertyForm(String environmentForm) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < environmentForm.length(); i++) {
      char c = environmentForm.charAt(i);
      name.append(c == '_' ? '-' : Character.toLowerCase(c));
    }
    return name.toString();
  }

  /** {@code KAFKA_CLIENTS} for {@code KAFKA_CLIENTS_0_11}. */
  private static String versionless(String instrumentation) {
    StringBuilder name = new StringBuilder();
    int start = 0;
    while (start <= instrumentation.length()) {
      int underscore = instrumentation.indexOf('_', start);
      int end = underscore < 0 ? instrumentation.length() : underscore;
      if (!isNumber(instrumentation, start, end)) {
        name.append(name.length() == 0 ? "" : "_").append(instrumentation, start, end);
      }
      start = end + 1;
    }
    return name.toString();
  }

  private static boolean isNumber(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
