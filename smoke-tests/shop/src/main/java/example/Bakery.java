// SPDX-License-Identifier: Apache-2.0
package example;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Bakes on three threads, which are virtual ones where the system property {@code bakery.virtual}
 * asks for that, and prints what was made.
 */
public final class Bakery {
  private Bakery() {}

  /** Bakes. */
  public static void main(String[] arguments) throws Exception {
    Oven<Loaf> oven = new StoneOven();
    Map<String, String> made = Collections.synchronizedMap(new TreeMap<String, String>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      Loaf loaf = new Loaf("loaf-" + i, i == 3 ? Grain.RYE : Grain.WHEAT, i);
      Runnable work =
          () -> {
            made.put(loaf.getName(), oven.bake(loaf, Thread.currentThread().isDaemon()));
            made.put(loaf.getName() + " later", oven.later(loaf).toCompletableFuture().join());
          };
      threads.add(thread(work));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println(made);
  }

  private static Thread thread(Runnable work) throws ReflectiveOperationException {
    if (Boolean.getBoolean("bakery.virtual")) {
      return (Thread)
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
    }
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** What a loaf is made of. */
  enum Grain {
    WHEAT,
    RYE {
      @Override
      int minutes() {
        return 60;
      }
    };

    int minutes() {
      return 40;
    }
  }

  /** What is baked. */
  static final class Loaf {
    private final String name;
    private final Grain grain;

    @SuppressWarnings("UnusedVariable") // read by who looks at it from outside
    private final int weight;

    Loaf(String name, Grain grain, int weight) {
      this.name = name;
      this.grain = grain;
      this.weight = weight;
    }

    String getName() {
      return name;
    }

    Optional<Grain> getGrain() {
      return Optional.of(grain);
    }
  }

  /** Bakes something. */
  interface Oven<T> {
    String bake(T what, boolean now);

    /** Bakes it on this thread, too. */
    default CompletionStage<String> later(T what) {
      CompletableFuture<String> made = new CompletableFuture<>();
      made.complete(bake(what, false));
      return made;
    }
  }

  /** An oven. */
  static final class StoneOven implements Oven<Loaf> {
    @Override
    public String bake(Loaf what, boolean now) {
      return what.name + " for " + heat(what.grain.minutes()) + " minutes";
    }

    private static int heat(int minutes) {
      return minutes;
    }
  }
}
