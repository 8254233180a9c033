// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.jvm.ClassLog;
import dev.weft.testkit.jvm.Jars;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class-data sharing goes on under the agent. */
class ArchiveTest {
  /** What is woven in a shop, and what extends that. */
  private static final Set<String> WOVEN =
      Set.of(
          "javax.servlet.http.HttpServlet",
          "example.OrderServlet",
          "org.h2.Driver",
          "org.h2.jdbc.JdbcConnection",
          "org.h2.jdbc.JdbcStatement",
          "org.h2.jdbc.JdbcPreparedStatement",
          "ch.qos.logback.classic.Logger",
          "ch.qos.logback.classic.spi.LoggingEvent");

  @TempDir Path folder;

  @Test
  void archivedClasses_areStillSharedUnlessWoven() {
    List<Path> jars = Shops.applications();
    jars.set(0, Jars.of(jars.get(0), folder.resolve("shop.jar")));
    String archive = folder.resolve("shop.jsa").toString();
    serve(
        Shops.silent()
            .withoutAgent()
            .classPath(jars)
            .option("-XX:ArchiveClassesAtExit=" + archive));
    Shared alone = new Shared("alone");
    Shared observed = new Shared("observed");

    serve(alone.with(Shops.silent().withoutAgent().classPath(jars), archive));
    Outcome outcome = serve(observed.with(Shops.silent().classPath(jars), archive));

    assertThat(outcome.stdout()).containsPattern("trace=[0-9a-f]{32}");
    assertThat(outcome.stderr()).isEmpty();
    Set<String> missed = new TreeSet<>(alone.classes());
    missed.removeAll(observed.classes());
    assertThat(alone.classes()).contains("example.Shop", "org.h2.Driver");
    assertThat(missed).contains("javax.servlet.http.HttpServlet").isSubsetOf(WOVEN);
  }

  private static Outcome serve(Jvm jvm) {
    try (Running shop = jvm.start("example.Shop")) {
      return shop.order("GET /orders").end();
    }
  }

  /** The application's classes that came from an archive. */
  private final class Shared {
    private final ClassLog log;

    Shared(String name) {
      Path logs = folder.resolve(name);
      assertThat(logs.toFile().mkdir()).isTrue();
      log = new ClassLog(logs);
    }

    Jvm with(Jvm jvm, String archive) {
      return jvm.option("-XX:SharedArchiveFile=" + archive, log.option());
    }

    Set<String> classes() {
      Set<String> classes = new TreeSet<>();
      for (String prefix :
          List.of("example.", "javax.servlet.", "org.h2.", "ch.qos.", "org.slf4j.")) {
        classes.addAll(log.shared(prefix));
      }
      return classes;
    }
  }
}
