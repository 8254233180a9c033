// SPDX-License-Identifier: Apache-2.0
package dev.weft.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dist.JarClasses.Field;
import dev.weft.dist.JarClasses.Use;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What of ours lives as long as the JVM and is added to after its class was initialized. A new one
 * is to be listed here, with what bounds it.
 */
class StateTest {
  /** Not of our own {@code WeakIdentityMap} and {@code Attached}, which are weak by nature. */
  private static final String COLLECTION =
      "Ljava/util/(concurrent/)?\\w*(Map|List|Set|Queue|Deque|Collection|KeySetView)\\b.*";

  private static final String ADDING = "(put|add|merge|compute|offer|push|set|replace)\\w*";

  private static final String FILLED_ONCE = "by the static initializer, through a method";

  private static final String FIXED = "of a fixed size; others of its type are filled";

  private static final Map<String, String> BOUNDED =
      Map.ofEntries(
          Map.entry("Arguments.CLASS_PATH", FIXED),
          Map.entry("AwsFields.REQUESTS", FILLED_ONCE),
          Map.entry("Binding.ROOTS", FIXED),
          Map.entry("DynamoDbFields.REQUESTS", FILLED_ONCE),
          Map.entry("DynamoDbFields.RESPONSES", FILLED_ONCE),
          Map.entry("Faults.COUNTS", "one an instrumentation or scope"),
          Map.entry("Faults.SWITCHED_OFF", "one an instrumentation"),
          Map.entry("FunctionCall.OF_LISTS", FIXED),
          Map.entry("InstrumentationKeys.ALL", FILLED_ONCE),
          Map.entry("Keys.TABLE", FILLED_ONCE),
          Map.entry("Metrics.INSTRUMENTS", "one a metric; its series are limited"),
          Map.entry("PeerServices.rules", "one a host that users have named"),
          Map.entry("PendingFutures.PENDING", "1000 futures"),
          Map.entry("ServletRoute.ROUTES", "1024 routes of each of 1024 contexts"),
          Map.entry("TextFunction.BY_ARGUMENTS", FIXED),
          Map.entry("UnhonouredKeys.TABLE", FILLED_ONCE),
          Map.entry("Vocabulary.BELOW", FIXED),
          Map.entry("Vocabulary.FILE", FIXED),
          Map.entry("Vocabulary.MAKINGS", FIXED));

  private static JarClasses ours;

  @BeforeAll
  static void read() throws IOException {
    ours = JarClasses.of("weft/dev/weft/(?!shaded/)", "dev/weft/", "java/lang/");
  }

  @Test
  void staticCollections_thatGrow_areListedWithTheirBound() {
    Map<String, List<String>> growing = new TreeMap<>();

    for (Field field : ours.fields) {
      List<String> places =
          field.isStatic() && field.type().matches(COLLECTION) ? adders(field) : List.of();
      if (!places.isEmpty()) {
        growing.put(field.toString(), places);
      }
    }

    assertThat(growing.keySet())
        .as("static collections, and the methods that add to them: %s", growing)
        .containsExactlyInAnyOrderElementsOf(BOUNDED.keySet());
  }

  /** Methods but the static initializer that use the field, and add to something of its type. */
  private static List<String> adders(Field field) {
    String type = field.type().replaceFirst("^L([^<;]+).*", "$1");
    return ours.uses.stream()
        .filter(use -> use.isOf(field.owner(), field.name()) && !use.method().equals("<clinit>"))
        .filter(
            use ->
                ours.uses.stream()
                    .anyMatch(
                        other ->
                            other.place().equals(use.place())
                                && other.target().equals(type)
                                && other.member().matches(ADDING)))
        .map(Use::place)
        .distinct()
        .collect(Collectors.toList());
  }

  @Test
  void nothing_isKeyedByThread() {
    assertThat(ours.fields)
        .filteredOn(
            field -> field.type().matches(".*(Map|Set)<(Ljava/lang/Thread;|Ljava/lang/Long;).*"))
        .as("maps and sets of threads, or of their ids")
        .isEmpty();
  }

  @Test
  void threadLocals_areListed() {
    assertThat(ours.fields)
        .filteredOn(field -> field.type().contains("java/lang/ThreadLocal"))
        .extracting(Field::toString)
        .as("what each thread carries: one object each, which dies with the thread")
        .containsExactlyInAnyOrder(
            "Carried.HERE",
            "Logs.LOGGING",
            "JavaHttpClientTelemetry.STARTING",
            "DbTelemetry.SPARE",
            "RuleMethod.WORKING");
  }
}
