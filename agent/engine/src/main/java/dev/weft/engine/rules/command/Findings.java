// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import dev.weft.engine.rules.file.RuleFiles;
import dev.weft.engine.rules.model.Place;
import dev.weft.engine.rules.model.RuleProblem;
import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong: each said once, in the order of files and lines. For one thread. */
final class Findings {
  private final Map<String, Place> lines = new LinkedHashMap<>();
  private final List<String> files = new ArrayList<>();
  private int problems;

  /** Reads rule files; of what is wrong with them, warnings do not count as problems. */
  RuleFiles.Outcome read(List<File> files) {
    RuleFiles.Outcome read = RuleFiles.read(files);
    for (RuleProblem problem : read.problems) {
      if (problem.fatal) {
        problem(problem);
      } else {
        warning(problem.place, problem.text);
      }
    }
    return read;
  }

  void warning(Place place, String text) {
    add(place, place + ": warning: " + text);
  }

  void problem(RuleProblem problem) {
    if (add(problem.place, problem.line())) {
      problems++;
    }
  }

  private boolean add(Place place, String line) {
    if (!files.contains(place.file)) {
      files.add(place.file);
    }
    return lines.putIfAbsent(line, place) == null;
  }

  void problem(Place place, String text) {
    problem(new RuleProblem(place, text, true));
  }

  /** Takes a problem with something that is no rule file. */
  void problem(File file, String text) {
    problem(new Place(file.getPath(), 0), text);
  }

  int problems() {
    return problems;
  }

  void print(PrintStream err) {
    List<Map.Entry<String, Place>> sorted = new ArrayList<>(lines.entrySet());
    sorted.sort(
        Comparator.<Map.Entry<String, Place>>comparingInt(
                line -> files.indexOf(line.getValue().file))
            .thenComparingInt(line -> line.getValue().line));
    sorted.forEach(line -> err.println(line.getKey()));
  }
}
