// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An application whose objects are hostile to those who look at them. For each line of input, a
 * method of {@link Worker} and how often, it calls that method and says what it has returned.
 */
public final class Mill {
  private static final CompletableFuture<String> LATER = new CompletableFuture<>();

  private static final CountDownLatch GATE = new CountDownLatch(1);
  private static final AtomicInteger ENTERED = new AtomicInteger();
  private static final List<Thread> BLOCKED = new ArrayList<>();

  private Mill() {}

  /** Serves until its input ends; then says what was asked of its objects. */
  public static void main(String[] arguments) throws IOException {
    Worker worker = new Worker();
    System.out.println("ready");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ");
      String result = "";
      for (int i = 0; i < Integer.parseInt(words[1]); i++) {
        result = call(worker, words[0]);
      }
      System.out.println(result);
      System.out.println("served " + line);
    }
    System.out.println("slept " + worker.slow.calls + ", heap " + heap());
  }

  private static String call(Worker worker, String method) {
    return switch (method) {
      case "plain" -> worker.plain(worker.load);
      case "other" -> worker.other(worker.load);
      case "throwing" -> worker.throwing(new Throwing());
      case "slow" -> worker.slow(worker.slow);
      case "recursing" -> worker.recursing(new Recursing(worker));
      case "million" -> worker.million(new Million());
      case "cyclic" -> worker.cyclic(new Cyclic());
      case "later" -> "" + worker.later().isDone();
      case "complete" -> "" + LATER.complete("late");
      case "failing" -> failing(worker);
      case "block" -> block(worker);
      case "release" -> release();
      default -> throw new IllegalArgumentException(method);
    };
  }

  private static String block(Worker worker) {
    Thread thread = new Thread(() -> worker.blocking(worker.load));
    BLOCKED.add(thread);
    thread.start();
    while (ENTERED.get() < BLOCKED.size()) {
      Thread.onSpinWait();
    }
    return "blocked " + BLOCKED.size();
  }

  private static String release() {
    GATE.countDown();
    for (Thread thread : BLOCKED) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return "released " + BLOCKED.size();
  }

  private static String failing(Worker worker) {
    try {
      return worker.failing(worker.load);
    } catch (IllegalStateException expected) {
      return expected.getMessage() + " " + expected.getStackTrace()[0].getMethodName();
    }
  }

  private static String heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000 + " MB";
  }

  /** Does the work. */
  static class Worker {
    private final Load load = new Load("load");
    private final Slow slow = new Slow();

    String plain(Load given) {
      return "plain " + given.name;
    }

    String other(Load given) {
      return "other " + given.name;
    }

    String throwing(Throwing given) {
      return "throwing";
    }

    String slow(Slow given) {
      return "slow";
    }

    String recursing(Recursing given) {
      return "recursing";
    }

    String million(Million given) {
      return "million";
    }

    String cyclic(Cyclic given) {
      return "cyclic";
    }

    CompletableFuture<String> later() {
      return LATER;
    }

    String blocking(Load given) {
      ENTERED.incrementAndGet();
      try {
        GATE.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return plain(given);
    }

    String failing(Load given) {
      throw new IllegalStateException(given.name);
    }
  }

  /** Something with a name. */
  static class Load {
    private final String name;

    Load(String name) {
      this.name = name;
    }

    public String getName() {
      return name;
    }
  }

  /** Its getter throws. */
  static final class Throwing extends Load {
    Throwing() {
      super("throwing");
    }

    public String getValue() {
      throw new UnsupportedOperationException("not today");
    }

    public String getError() {
      throw new StackOverflowError("not today either");
    }
  }

  /** Its getter takes its time. */
  static final class Slow extends Load {
    private int calls;

    Slow() {
      super("slow");
    }

    public String getValue() {
      calls++;
      try {
        Thread.sleep(60);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return "late";
    }
  }

  /** Its getter calls the method that it is given to. */
  static final class Recursing extends Load {
    private final Worker worker;

    Recursing(Worker worker) {
      super("recursing");
      this.worker = worker;
    }

    public String getValue() {
      return worker.recursing(this) + " again";
    }
  }

  /** Its getter returns a million elements. */
  static final class Million extends Load {
    Million() {
      super("million");
    }

    public List<Integer> getItems() {
      return new AbstractList<>() {
        @Override
        public Integer get(int index) {
          return index;
        }

        @Override
        public int size() {
          return 1_000_000;
        }
      };
    }
  }

  /** It holds itself. */
  static final class Cyclic extends Load {
    private final Cyclic self = this;
    private final Map<String, Object> map = new HashMap<>();
    private final List<Object> list = new ArrayList<>();

    Cyclic() {
      super("cyclic");
      map.put("map", map);
      list.add(list);
      list.add(self);
    }
  }
}
