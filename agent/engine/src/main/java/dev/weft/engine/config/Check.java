// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what is set, once and before anybody reads it, so that readers need not. */
final class Check {
  private final List<Problem> problems;

  Check(List<Problem> problems) {
    this.problems = problems;
  }

  /** The setting in its canonical spelling, or null if the default is to be used. */
  @Nullable Setting accepted(Key key, Setting setting) {
    Key.Type type = key.type();
    if (type == Key.Type.CHOICE || type == Key.Type.CHOICES) {
      return chosen(key, setting);
    }
    if (type == Key.Type.MAP || type == Key.Type.PERCENT_ENCODED_MAP) {
      return withNamedEntries(key, setting);
    }
    if (isWellFormed(type, setting.value())) {
      return setting;
    }
    problems.add(Problem.malformed(key, setting, "is not " + type.label, defaultOf(key)));
    return null;
  }

  private static boolean isWellFormed(Key.Type type, String value) {
    if (type == Key.Type.BOOLEAN) {
      return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    }
    if (type == Key.Type.URL) {
      return Endpoint.isValid(value);
    }
    try {
      return isNumberInRange(type, value);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isNumberInRange(Key.Type type, String value) {
    if (type == Key.Type.INTEGER || type == Key.Type.POSITIVE_INTEGER) {
      return Values.integer(value) > 0 || type == Key.Type.INTEGER;
    }
    if (type == Key.Type.DURATION || type == Key.Type.POSITIVE_DURATION) {
      return Values.duration(value) > 0 || type == Key.Type.DURATION;
    }
    return type != Key.Type.RATIO || Values.ratio(value) >= 0;
  }

  private @Nullable Setting chosen(Key key, Setting setting) {
    List<String> wanted = new ArrayList<>();
    if (key.type() == Key.Type.CHOICE) {
      wanted.add(setting.value());
    } else {
      wanted = Values.list(setting.value());
    }
    List<String> chosen = new ArrayList<>();
    List<String> unsupported = new ArrayList<>();
    for (String word : wanted) {
      String choice = choice(key, word);
      (choice == null ? unsupported : chosen).add(choice == null ? word : choice);
    }
    String accepted = Values.joined(chosen);
    if (!unsupported.isEmpty()) {
      String used = chosen.isEmpty() ? defaultOf(key) : accepted + " is used";
      String fault = "may hold " + Values.joined(key.choices());
      problems.add(Problem.malformed(key, setting, fault, used));
    }
    return chosen.isEmpty() ? null : setting.withValue(accepted);
  }

  private static @Nullable String choice(Key key, String word) {
    for (String choice : key.choices()) {
      if (choice.equalsIgnoreCase(word)) {
        return choice;
      }
    }
    return null;
  }

  private Setting withNamedEntries(Key key, Setting setting) {
    int number = 0;
    for (String entry : Values.list(setting.value())) {
      number++;
      if (!Values.isNamed(entry)) {
        String fault = "has an entry, number " + number + ", that is not name=value";
        problems.add(Problem.malformed(key, setting, fault, "the well-formed ones are used"));
        break;
      }
    }
    return setting;
  }

  private static String defaultOf(Key key) {
    Key general = key.general();
    if (general != null) {
      return general.name() + " counts instead";
    }
    if (key == Keys.OTLP_ENDPOINT) {
      return "it counts as not set: http://localhost:4318, with gRPC http://localhost:4317,"
          + " is used";
    }
    if (key == Keys.OTLP_PROTOCOL) {
      return "it counts as not set: grpc is used for port 4317, else http/protobuf";
    }
    String text = key.defaultText();
    return text.isEmpty() ? "it counts as not set" : "the default " + text + " is used";
  }
}
