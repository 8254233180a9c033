// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.load;

import dev.weft.benchmarks.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which threads there are under a subject, and not without an agent. For one thread. */
final class Threads {
  private final Map<Subject, List<String>> last = new EnumMap<>(Subject.class);

  void add(Subject subject, List<String> names) {
    last.put(subject, names.stream().map(Threads::kind).toList());
  }

  private static String kind(String name) {
    return name.replaceAll("@.*", "").replaceAll("\\d+", "#");
  }

  void print(Application application) {
    List<String> without = last.getOrDefault(Subject.NONE, List.of());
    last.forEach(
        (subject, names) -> {
          List<String> added = new ArrayList<>(names);
          without.forEach(added::remove);
          if (subject != Subject.NONE) {
            System.out.println(
                application.title() + ", threads of " + subject.label() + ": " + added);
          }
        });
  }
}
