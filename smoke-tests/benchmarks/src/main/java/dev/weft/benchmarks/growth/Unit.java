// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.growth;

import java.nio.file.Path;
import java.util.List;

/** What grows, and how far. */
enum Unit {
  CLASSES("loaded classes", 1_000, 10_000, 50_000) {
    @Override
    Growth growth(Path driver) {
      return new LoadedClasses();
    }
  },
  LOADERS("class loaders, each with a JDBC driver", 100, 500, 2_000) {
    @Override
    Growth growth(Path driver) {
      return new ClassLoaders(driver);
    }
  },
  THREADS("platform threads, each with a JDBC call", 100, 500, 2_000) {
    @Override
    Growth growth(Path driver) throws Exception {
      return new WaitingThreads(driver, false);
    }
  },
  VIRTUAL_THREADS("virtual threads, each with a JDBC call", 1_000, 10_000, 50_000) {
    @Override
    Growth growth(Path driver) throws Exception {
      return new WaitingThreads(driver, true);
    }
  },
  TEXTS("SQL texts", 1_000, 10_000, 100_000) {
    @Override
    Growth growth(Path driver) throws Exception {
      return new SqlTexts(driver);
    }
  },
  SERIES("servers, so series of metrics", 1_000, 5_000, 20_000) {
    @Override
    Growth growth(Path driver) {
      return new Servers(driver);
    }
  };

  private final String label;
  private final int few;
  private final int more;
  private final int many;

  Unit(String label, int few, int more, int many) {
    this.label = label;
    this.few = few;
    this.more = more;
    this.many = many;
  }

  abstract Growth growth(Path driver) throws Exception;

  String label() {
    return label;
  }

  /** Returns how many units there are to be, from few to many. */
  List<Integer> steps() {
    return List.of(few, more, many);
  }

  /** Returns the release of Java on which it is measured. */
  int java() {
    return this == VIRTUAL_THREADS ? 25 : 17;
  }

  /** Returns whether each unit makes a call. */
  boolean makesCalls() {
    return this != CLASSES;
  }
}
