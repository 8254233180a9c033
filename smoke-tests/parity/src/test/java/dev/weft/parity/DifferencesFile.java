// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/** Reads {@code differences.yaml}, whose head tells what is in it. */
final class DifferencesFile {
  /** Surefire runs tests in the folder of the module. */
  static final Path PATH = Path.of("differences.yaml");

  private static final Set<String> OF_REASON = Set.of("title", "why", "differences");
  private static final Set<String> OF_DIFFERENCE =
      Set.of("what", "fact", "weft", "reference", "in");

  private DifferencesFile() {}

  static List<Reason> read() {
    try {
      return parse(Files.readString(PATH));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the text of such a file.
   *
   * @throws IllegalArgumentException with what is wrong in it
   */
  static List<Reason> parse(String text) {
    List<Reason> reasons = new ArrayList<>();
    List<Map<String, Object>> entries = new Yaml().load(text);
    for (Map<String, Object> entry : entries) {
      refuseOthers(entry, OF_REASON);
      reasons.add(new Reason(required(entry, "title"), required(entry, "why"), differences(entry)));
    }
    return List.copyOf(reasons);
  }

  @SuppressWarnings("unchecked")
  private static List<ListedDifference> differences(Map<String, Object> reason) {
    List<ListedDifference> differences = new ArrayList<>();
    for (Object entry : (List<Object>) reason.getOrDefault("differences", List.of())) {
      differences.add(difference((Map<String, Object>) entry));
    }
    return List.copyOf(differences);
  }

  private static ListedDifference difference(Map<String, Object> entry) {
    refuseOthers(entry, OF_DIFFERENCE);
    ListedDifference difference =
        new ListedDifference(
            required(entry, "what"),
            required(entry, "fact"),
            required(entry, "weft"),
            required(entry, "reference"),
            applications(entry));
    if (!difference.tooWide().isEmpty()) {
      throw new IllegalArgumentException(difference + ": " + difference.tooWide());
    }
    return difference;
  }

  private static Set<Application> applications(Map<String, Object> entry) {
    if (!(entry.get("in") instanceof List<?> titles)) {
      return EnumSet.allOf(Application.class);
    }
    return titles.stream()
        .map(title -> application(String.valueOf(title)))
        .collect(toCollection(() -> EnumSet.noneOf(Application.class)));
  }

  private static Application application(String title) {
    return Arrays.stream(Application.values())
        .filter(application -> application.toString().equals(title))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(title + " is not an application"));
  }

  private static String required(Map<String, Object> entry, String key) {
    if (entry.get(key) instanceof String text && !text.isBlank() && !text.contains("TODO")) {
      return text.strip();
    }
    throw new IllegalArgumentException(key + " has to be a text in " + entry);
  }

  private static void refuseOthers(Map<String, Object> entry, Set<String> known) {
    for (String key : entry.keySet()) {
      if (!known.contains(key)) {
        throw new IllegalArgumentException(key + " means nothing in " + entry);
      }
    }
  }
}
