// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One setting: its name, the form of its value, its default and what it does. Immutable; the
 * constants are in {@link Keys}.
 */
public final class Key {
  /** The form of a value. */
  enum Type {
    STRING("text"),
    BOOLEAN("true or false"),
    INTEGER("a whole number"),
    POSITIVE_INTEGER("a whole number above 0"),
    DURATION("a duration such as 500ms or 5s"),
    POSITIVE_DURATION("a duration above 0 such as 500ms or 5s"),
    RATIO("a number from 0 to 1"),
    LIST("a comma-separated list"),
    MAP("a comma-separated list of name=value"),
    PERCENT_ENCODED_MAP("a comma-separated list of name=value, values percent-encoded"),
    URL("a URL that starts with http:// or https://"),
    CHOICE("one of"),
    CHOICES("a comma-separated list of");

    final String label;

    Type(String label) {
      this.label = label;
    }
  }

  private static final String[] NO_CHOICES = {};

  private final String name;
  private final String environmentName;
  private final Type type;
  private final String defaultText;
  private final String description;
  private final String[] choices;
  private boolean secret;
  private @Nullable String formerName;
  private @Nullable Key general;
  private @Nullable String whyNotHonoured;

  private Key(Type type, String name, String defaultText, String description, String[] choices) {
    this.type = type;
    this.name = name;
    this.environmentName = environmentName(name);
    this.defaultText = defaultText;
    this.description = description;
    this.choices = choices;
  }

  static Key of(Type type, String name, String defaultText, String description) {
    return new Key(type, name, defaultText, description, NO_CHOICES);
  }

  static Key choice(
      Type type, String name, String defaultText, String description, String... choices) {
    return new Key(type, name, defaultText, description, choices);
  }

  /**
   * A setting of the reference agent that has no effect here.
   *
   * @param behavesAs the value whose effect Weft has anyway, empty if there is none; setting that
   *     value is nothing to report
   */
  static Key notHonoured(String name, String behavesAs, String why) {
    return of(Type.STRING, name, behavesAs, "").because(why);
  }

  /** The same setting for one signal; where that is not set, this one counts. */
  Key forSignal(String signal) {
    String suffix = name.substring(Keys.OTLP_PREFIX.length());
    String ownName = Keys.OTLP_PREFIX + signal + "." + suffix;
    String ownDescription = "Like `" + name + "`, for " + signal + " only.";
    Key own = new Key(type, ownName, defaultText, ownDescription, choices).orElse(this);
    return secret ? own.secret() : own;
  }

  // The following complete a key while the table is built, before anybody else can see it.

  Key secret() {
    secret = true;
    return this;
  }

  Key formerly(String olderName) {
    formerName = olderName;
    return this;
  }

  Key orElse(Key moreGeneral) {
    general = moreGeneral;
    return this;
  }

  Key because(String why) {
    whyNotHonoured = why;
    return this;
  }

  /** The name as a system property, for example {@code otel.exporter.otlp.endpoint}. */
  public String name() {
    return name;
  }

  /** The name as an environment variable, for example {@code OTEL_EXPORTER_OTLP_ENDPOINT}. */
  public String environmentName() {
    return environmentName;
  }

  Type type() {
    return type;
  }

  /** What holds where nothing is set; empty if nothing does. */
  String defaultText() {
    return defaultText;
  }

  String description() {
    return description;
  }

  List<String> choices() {
    return Collections.unmodifiableList(Arrays.asList(choices));
  }

  boolean hasChoice(String word) {
    for (String choice : choices) {
      if (choice.equalsIgnoreCase(word)) {
        return true;
      }
    }
    return false;
  }

  boolean isSecret() {
    return secret;
  }

  /** An older name that is still read, or null. */
  @Nullable String formerName() {
    return formerName;
  }

  /** The setting that counts where this one is not set, or null. */
  @Nullable Key general() {
    return general;
  }

  /** Why setting it has no effect, or null if it has. */
  @Nullable String whyNotHonoured() {
    return whyNotHonoured;
  }

  /** Dots and dashes become underscores, letters upper case; the form that all sources share. */
  static String environmentName(String name) {
    char[] form = name.toCharArray();
    for (int i = 0; i < form.length; i++) {
      char c = form[i];
      if (c >= 'a' && c <= 'z') {
        form[i] = (char) (c - 'a' + 'A');
      } else if (c == '.' || c == '-') {
        form[i] = '_';
      }
    }
    return new String(form);
  }

  @Override
  public String toString() {
    return name;
  }
}
