// SPDX-License-Identifier: Apache-2.0
package dev.weft.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeakIdentityMapTest {
  private final WeakIdentityMap<Object, String> map = new WeakIdentityMap<>();
  private final WeakIdentityMap<Object, Object> held = new WeakIdentityMap<>();

  @Test
  void get_ofEqualButOtherKey_findsNothing() {
    String key = new String("key");
    map.put(key, "value");

    assertThat(map.get(key)).isEqualTo("value");
    assertThat(map.get(new String("key"))).isNull();
  }

  @Test
  void put_again_replaces() {
    Object key = new Object();
    map.put(key, "old");

    map.put(key, "new");

    assertThat(map.get(key)).isEqualTo("new");
    assertThat(map.size()).isEqualTo(1);
  }

  @Test
  void putIfAbsent_keepsTheFirst() {
    Object key = new Object();

    assertThat(map.putIfAbsent(key, "first")).isNull();
    assertThat(map.putIfAbsent(key, "second")).isEqualTo("first");
    assertThat(map.get(key)).isEqualTo("first");
  }

  @Test
  void remove_forgetsThatKeyAlone() {
    Object key = new Object();
    Object other = new Object();
    map.put(key, "a");
    map.put(other, "b");

    map.remove(key);

    assertThat(map.get(key)).isNull();
    assertThat(map.get(other)).isEqualTo("b");
  }

  @Test
  void keys_areThoseThatAreLeft() {
    Object kept = new Object();
    map.put(kept, "a");
    map.put("removed", "b");
    map.remove("removed");
    map.put(new Object(), "collected");

    Collected.await(() -> map.keys().size() == 1);

    assertThat(map.keys()).containsExactly(kept);
  }

  @Test
  void entries_ofCollectedKeys_goAwayWithoutBeingTouched() {
    WeakReference<Object> value = lost();

    Collected.await(
        () -> {
          WeakIdentityMap.forgetCollected();
          return value.get() == null;
        });

    assertThat(value.get()).isNull();
  }

  @Test
  void collectedKey_thatIsNotForgottenYet_doesNotKeepItsMap() {
    AtomicReference<WeakIdentityMap<Object, Object>> only =
        new AtomicReference<>(new WeakIdentityMap<>());
    Lost lost = putNew(only.get());
    Collected.await(() -> lost.key.get() == null);

    only.set(null);

    Collected.await(() -> lost.value.get() == null);
    assertThat(lost.value.get()).isNull();
  }

  private record Lost(WeakReference<Object> key, WeakReference<Object> value) {}

  private static Lost putNew(WeakIdentityMap<Object, Object> map) {
    Object key = new Object();
    Object value = new Object();
    map.put(key, value);
    return new Lost(new WeakReference<>(key), new WeakReference<>(value));
  }

  private WeakReference<Object> lost() {
    Object value = new Object();
    held.put(new Object(), value);
    return new WeakReference<>(value);
  }

  @Test
  void entries_ofCollectedKeys_goAway() {
    Object kept = new Object();
    map.put(kept, "kept");
    for (int i = 0; i < 100; i++) {
      map.put(new Object(), "lost");
    }

    Collected.await(() -> map.size() == 1);

    assertThat(map.get(kept)).isEqualTo("kept");
  }

  @Test
  void putIfAbsent_byManyThreads_agreesOnOneValue() {
    Object[] keys = IntStream.range(0, 500).mapToObj(i -> new Object()).toArray();
    AtomicInteger winners = new AtomicInteger();
    ConcurrentHashMap<Object, String> winning = new ConcurrentHashMap<>();

    IntStream.range(0, 8 * keys.length)
        .parallel()
        .forEach(
            i -> {
              Object key = keys[i % keys.length];
              String mine = "value " + i;
              if (map.putIfAbsent(key, mine) == null) {
                winners.incrementAndGet();
                winning.put(key, mine);
              }
            });

    assertThat(winners).hasValue(keys.length);
    assertThat(keys).allSatisfy(key -> assertThat(map.get(key)).isEqualTo(winning.get(key)));
  }

  /** Waits for the garbage collector. */
  static final class Collected {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Collected() {}

    static void await(java.util.function.BooleanSupplier happened) {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!happened.getAsBoolean()) {
        assertThat(System.nanoTime() - deadline).as("time over").isNegative();
        System.gc();
        Thread.onSpinWait();
      }
    }
  }
}
