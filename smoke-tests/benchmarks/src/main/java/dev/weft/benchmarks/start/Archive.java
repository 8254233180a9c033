// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.start;

import dev.weft.benchmarks.Subject;
import java.nio.file.Path;
import java.util.List;

/** What a JVM finds of its classes when it starts, beside what every JDK has of its own. */
enum Archive {
  /** Nothing. */
  COLD("no archive", "", "", 17),
  /**
   * Classes of the application, parsed: class-data sharing. It is trained without an agent: the JVM
   * refuses to write it with one, "Must enable AllowArchivingWithJavaAgent", which is a diagnostic
   * option.
   */
  APP_CDS("AppCDS", "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=", 17) {
    @Override
    Subject trainer(Subject subject) {
      return Subject.NONE;
    }
  },
  /** Classes that are linked too, and profiles of methods; trained with the agent. */
  AOT("AOT cache", "-XX:AOTCacheOutput=", "-XX:AOTCache=", 25),
  /** As the JVM made it before it could link. */
  AOT_UNLINKED("AOT cache without linking", "-XX:AOTCacheOutput=", "-XX:AOTCache=", 25);

  private final String label;
  private final String trained;
  private final String used;
  private final int since;

  Archive(String label, String trained, String used, int since) {
    this.label = label;
    this.trained = trained;
    this.used = used;
    this.since = since;
  }

  /** Its name for people. */
  String label() {
    return label;
  }

  boolean isOn(int feature) {
    return feature >= since;
  }

  /** Under what it is trained that is used under a subject. */
  Subject trainer(Subject subject) {
    return subject;
  }

  /** Whether it has to be made by a run of the application. */
  boolean isTrained() {
    return !trained.isEmpty();
  }

  /** The options that write it when the JVM ends. */
  List<String> training(Path file) {
    return options(trained, file);
  }

  /** The options that use it. */
  List<String> options(Path file) {
    return options(used, file);
  }

  private List<String> options(String option, Path file) {
    return switch (this) {
      case COLD -> List.of();
      case APP_CDS, AOT -> List.of(option + file);
      case AOT_UNLINKED -> List.of("-XX:-AOTClassLinking", option + file);
    };
  }
}
