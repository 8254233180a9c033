// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.engine.rules.model.MethodPattern;
import dev.weft.engine.rules.model.Place;
import dev.weft.engine.rules.model.RuleProblem;
import dev.weft.engine.rules.model.SpanPart;
import dev.weft.engine.rules.model.Target;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that values are lifted to in all files, and those that there are. */
final class UpTargets {
  private final Map<Place, String> asked = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  void asked(String name, Place place) {
    asked.put(place, name);
  }

  /** Takes the name of a rule, and those that its span may have. */
  void add(String rule, @Nullable SpanPart span, Target on) {
    known.add(rule);
    if (span == null) {
      return;
    }
    if (span.name != null) {
      known.add(span.name.expression.toString());
      return;
    }
    for (String type : on.types) {
      for (MethodPattern method : on.methods) {
        known.add(type.substring(type.lastIndexOf('.') + 1) + "." + method.name);
      }
    }
  }

  /** A rule that cannot be read is known as well, so that it is not a second problem. */
  void add(String rule) {
    known.add(rule);
  }

  /** Says which names are not known; returns the files that ask for them. */
  Set<String> check(List<RuleProblem> problems) {
    Set<String> files = new LinkedHashSet<>();
    for (Map.Entry<Place, String> one : asked.entrySet()) {
      String name = one.getValue();
      if (!known.contains(name)) {
        String text = "up, " + name + ": no rule and no span of a rule is called so";
        problems.add(new RuleProblem(one.getKey(), text + Problems.advice(name, known), true));
        files.add(one.getKey().file);
      }
    }
    return files;
  }
}
