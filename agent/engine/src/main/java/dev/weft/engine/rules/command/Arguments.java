// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was written behind a command. Immutable. */
final class Arguments {
  private static final List<String> CLASS_PATH =
      Arrays.asList("--classpath", "--class-path", "-cp");

  /** Rule files and folders of them. */
  final List<File> files = new ArrayList<>();

  /** The parts of all class paths; none where there is no such option. */
  final List<String> classPath = new ArrayList<>();

  private Arguments() {}

  /** Returns them, or null where they cannot be read. */
  static @Nullable Arguments read(List<String> words) {
    Arguments read = new Arguments();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String value = value(word);
      if (CLASS_PATH.contains(word)) {
        value = ++i < words.size() ? words.get(i) : "";
      }
      if (value != null) {
        read.classPath.addAll(Arrays.asList(value.split(File.pathSeparator)));
      } else if (word.startsWith("-")) {
        return null;
      } else {
        read.files.add(new File(word));
      }
    }
    read.classPath.removeIf(String::isEmpty);
    return read;
  }

  /** Returns what is behind the equals sign of an option that has one, or null. */
  private static @Nullable String value(String word) {
    int equals = word.indexOf('=');
    return equals > 0 && CLASS_PATH.contains(word.substring(0, equals))
        ? word.substring(equals + 1)
        : null;
  }
}
