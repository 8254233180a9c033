// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.load;

import dev.weft.testkit.jvm.Jvm;
import io.elava.stub.StubCloud;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is under load: an application, and the request that is sent to it. */
enum Application {
  /** A servlet that does nothing, on Tomcat. */
  TRIVIAL("trivial servlet request", TrivialServer.PATH, 500) {
    @Override
    List<Path> jars() {
      return List.of(
          Jvm.locationOf("org.apache.catalina.startup.Tomcat"),
          Jvm.locationOf("jakarta.annotation.PostConstruct"));
    }

    @Override
    List<String> main(Path work, StubCloud cloud) {
      return List.of(TrivialServer.class.getName(), work.resolve("tomcat").toString());
    }
  },

  /**
   * A scan of the reconciler, on Jetty: the AWS SDK, JDBC, the JDK's client and log lines. One scan
   * at a time, however many requests there are. Its cloud is in this process, under no agent; it
   * changes all the time, so that each scan has something to store and to tell.
   */
  RECONCILE("reconcile request", "/reconcile", 10) {
    @Override
    List<Path> jars() {
      return List.of(Jvm.locationOf(StubCloud.class.getName()).resolveSibling("reconciler.jar"));
    }

    @Override
    List<String> main(Path work, StubCloud cloud) {
      return List.of(
          "io.elava.Main",
          "--port=0",
          "--interval=0",
          "--static-credentials",
          "--aws-endpoint=" + cloud.endpoint(),
          "--webhook-url=" + cloud.webhooks());
    }
  };

  private final String title;
  private final String path;
  private final int pace;

  Application(String title, String path, int pace) {
    this.title = title;
    this.path = path;
    this.pace = pace;
  }

  String title() {
    return title;
  }

  String path() {
    return path;
  }

  /** How many requests a second are far from being too many. */
  int pace() {
    return pace;
  }

  /** The class path: its own jars, and where the main class is that runs it. */
  List<Path> classPath() {
    List<Path> entries = new ArrayList<>(jars());
    entries.add(Jvm.locationOf(Served.class.getName()));
    return entries;
  }

  abstract List<Path> jars();

  /** Its main class and the arguments for that. */
  abstract List<String> main(Path work, StubCloud cloud);
}
