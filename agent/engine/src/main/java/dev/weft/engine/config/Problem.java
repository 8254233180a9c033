// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

/**
 * Something in the configuration that the user should know about: a malformed value, an unknown
 * setting, or one that Weft does not honour. Never holds the value of a secret. Immutable.
 */
public final class Problem {
  private static final int MAX_LENGTH = 500;
  private static final int MAX_SHOWN_VALUE = 80;

  private final String line;

  Problem(String text) {
    line = printable(text, MAX_LENGTH);
  }

  static Problem malformed(Key key, Setting setting, String fault, String used) {
    return new Problem(setting.name() + shown(key, setting) + fault + "; " + used);
  }

  static Problem unknown(Setting setting, String advice) {
    return new Problem(setting.describe() + " is not a setting that Weft knows" + advice);
  }

  static Problem notHonoured(Setting setting, String why) {
    return new Problem(setting.describe() + " is not honoured: " + why);
  }

  /** What is wrong, where it was set and what is used instead: one printable line, no newline. */
  public String line() {
    return line;
  }

  @Override
  public String toString() {
    return line;
  }

  // A URL may carry a user name and a password in front of its '@'.
  private static String shown(Key key, Setting setting) {
    boolean hidden = key.isSecret() || setting.value().indexOf('@') >= 0;
    String value = hidden ? "" : "=" + printable(setting.value(), MAX_SHOWN_VALUE);
    return value + " (" + setting.source() + ") ";
  }

  private static String printable(String text, int maxLength) {
    int length = Math.min(text.length(), maxLength);
    StringBuilder printable = new StringBuilder(length + 3);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      printable.append(Character.isISOControl(c) ? '?' : c);
    }
    return printable.append(length < text.length() ? "..." : "").toString();
  }
}
