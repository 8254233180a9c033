// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.calls;

import dev.weft.benchmarks.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The kinds of calls, each under the names by which the agents switch it off. */
enum Verb {
  HTTP_SERVER("HTTP server: a servlet", HttpServerCalls.class, "servlet"),
  DB("DB: a driver that does nothing", DbCalls.class, "jdbc"),
  DB_H2("DB: a SELECT in H2", H2Calls.class, "jdbc"),
  HTTP_CLIENT("HTTP client: the JDK's", HttpClientCalls.class, "java-http-client"),
  RPC("RPC: the AWS SDK", RpcCalls.class, "aws-sdk"),
  LOG("log correlation: a line of Logback", LogCalls.class, "logback-mdc"),
  RULE("telemetry rule: a method, four attributes", RuleCalls.class, "placed");

  /** What the reference agent is told to do with listed methods. */
  private static final String METHODS_OFF = "-Dotel.instrumentation.methods.enabled=false";

  private final String label;
  private final Class<? extends Calls> benchmark;
  private final String instrumentation;

  Verb(String label, Class<? extends Calls> benchmark, String instrumentation) {
    this.label = label;
    this.benchmark = benchmark;
    this.instrumentation = instrumentation;
  }

  String label() {
    return label;
  }

  /** Returns what JMH is to run: nothing else matches. */
  String pattern() {
    return pattern(benchmark);
  }

  /** Returns what JMH is to run for one class of calls. */
  static String pattern(Class<? extends Calls> benchmark) {
    return "^" + benchmark.getName().replace(".", "\\.") + "\\.";
  }

  /** Returns the options with which an agent records this kind of calls at all. */
  List<String> on(Subject subject, Path folder) throws IOException {
    if (this != RULE || subject == Subject.NONE || subject == Subject.EMPTY) {
      return List.of();
    }
    return List.of(
        subject == Subject.WEFT
            ? "-Dweft.rules=" + RuleCalls.rules(folder)
            : "-Dotel.instrumentation.methods.include="
                + RuleCalls.Shop.class.getName()
                + "[place]");
  }

  /** Returns the options that switch this kind of calls off. */
  List<String> off() {
    String off = "-Dotel.instrumentation." + instrumentation + ".enabled=false";
    return this == RULE ? List.of(off, METHODS_OFF) : List.of(off);
  }

  /** Returns whether a call is a line within a span that is there anyway. */
  boolean correlates() {
    return this == LOG;
  }
}
