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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Class-data sharing goes on under the agent, but for what is woven. */
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

  @ParameterizedTest
  @ValueSource(ints = {17, 21, 25})
  void archivedClasses_areStillSharedUnlessWoven(int feature) {
    Path home = Jvm.home(feature);
    String archive = folder.resolve("shop.jsa").toString();
    serve(shop(home).withoutAgent().option("-XX:ArchiveClassesAtExit=" + archive));
    String use = "-XX:SharedArchiveFile=" + archive;
    Shared alone = new Shared("alone");
    Shared observed = new Shared("observed");

    serve(alone.by(shop(home).withoutAgent().option(use)));
    Outcome outcome = serve(observed.by(shop(home).option(use)));

    assertThat(outcome.stdout()).containsPattern("trace=[0-9a-f]{32}");
    assertThat(outcome.stderr()).isEmpty();
    assertThat(observed.missing(alone))
        .contains("javax.servlet.http.HttpServlet")
        .isSubsetOf(WOVEN);
  }

  @ParameterizedTest
  @ValueSource(ints = {25, 26})
  void cacheTrainedWithTheAgent_servesAllThatIsNotWoven(int feature) {
    Path home = Jvm.home(feature);
    String cache = folder.resolve("shop.aot").toString();
    serve(aot(home, "Output=" + cache + ".alone").withoutAgent());
    serve(aot(home, "Output=" + cache));
    Shared alone = new Shared("alone");
    Shared observed = new Shared("observed");

    serve(alone.by(aot(home, "=" + cache + ".alone").withoutAgent()));
    Outcome outcome = serve(observed.by(aot(home, "=" + cache)));

    assertThat(outcome.stdout()).containsPattern("trace=[0-9a-f]{32}");
    assertThat(outcome.stderr()).isEmpty();
    assertThat(observed.missing(alone))
        .contains("javax.servlet.http.HttpServlet")
        .isSubsetOf(WOVEN);
  }

  /**
   * Java 26 would leave out what is verified against woven classes, were it to link ahead of time.
   */
  private Jvm aot(Path home, String cache) {
    return shop(home).option("-XX:-AOTClassLinking", "-XX:AOTCache" + cache);
  }

  /** Archives know no classes outside jars. */
  private Jvm shop(Path home) {
    List<Path> jars = Shops.applications();
    jars.set(0, Jars.of(jars.get(0), folder.resolve("shop.jar")));
    return Jvm.in(home)
        .classPath(jars)
        .option("-Dshop.database=jdbc:h2:mem:shop")
        .env("OTEL_TRACES_EXPORTER", "none")
        .env("OTEL_METRICS_EXPORTER", "none")
        .env("OTEL_LOGS_EXPORTER", "none");
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

    Jvm by(Jvm jvm) {
      return jvm.option(log.option());
    }

    /** Those that another one had, which must be most of the application. */
    Set<String> missing(Shared other) {
      assertThat(other.classes()).contains("example.Shop", "org.h2.Driver").hasSizeGreaterThan(500);
      Set<String> missing = new TreeSet<>(other.classes());
      missing.removeAll(classes());
      return missing;
    }

    private Set<String> classes() {
      Set<String> classes = new TreeSet<>();
      for (String prefix :
          List.of("example.", "javax.servlet.", "org.h2.", "ch.qos.", "org.slf4j.")) {
        classes.addAll(log.shared(prefix));
      }
      classes.removeIf(name -> name.contains("$$")); // lambdas are numbered
      return classes;
    }
  }
}
