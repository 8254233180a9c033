// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import java.util.Set;

/** The applications that are run under both agents. */
enum Application {
  RECONCILER_ON_JETTY("reconciler on Jetty") {
    @Override
    Observed run(Agent agent) {
      return ReconcilerRun.under(agent, "jetty");
    }
  },
  RECONCILER_ON_TOMCAT("reconciler on Tomcat") {
    @Override
    Observed run(Agent agent) {
      return ReconcilerRun.under(agent, "tomcat");
    }
  },
  PLAIN_JDK("plain JDK") {
    @Override
    Observed run(Agent agent) {
      return PlainRun.under(agent);
    }
  };

  private final String title;

  Application(String title) {
    this.title = title;
  }

  abstract Observed run(Agent agent);

  /** Returns what has to be seen of it under Weft, or else there is nothing to compare. */
  Set<String> kinds() {
    return this == PLAIN_JDK
        ? Set.of("resource", "scope", "span CLIENT", "metric", "call", "line")
        : Set.of("resource", "scope", "span CLIENT", "span SERVER", "metric", "call", "line");
  }

  /** Returns its name for people. */
  @Override
  public String toString() {
    return title;
  }
}
