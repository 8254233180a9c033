// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * An application: scenes by their names. What a scene returns is never to change by being woven.
 */
public class App implements Function<String, Object> {
  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final CompletableFuture<List<Item>> promised = new CompletableFuture<>();
  private final FutureTask<Item> task = new FutureTask<>(() -> new Item("task", 2));
  private final FutureTask<Item> failing =
      new FutureTask<>(
          () -> {
            throw new IllegalStateException("in the task");
          });
  private int depth;

  @Override
  public Object apply(String scene) {
    return switch (scene) {
      case "sub" -> new Sub().run("x");
      case "lowest" -> new Lowest().run("x");
      case "base" -> new Base().run("x");
      case "recursion" -> new Sub().down(3);
      case "wrapped" -> new Wrapper(new Sub()).run("x");
      case "caught" -> new Sub().down(-1);
      case "default" -> new Plain().greet("x");
      case "default overridden" -> new Polite().greet("x");
      case "bridge" -> ((Maker<String>) new StringMaker()).make("x");
      case "kinds" -> kinds(true, (byte) 1, 'c', (short) 2, 3, 4L, 5.5f, 6.25);
      case "results" -> results();
      case "nothing" -> {
        nothing();
        yield depth;
      }
      case "varargs" -> varargs("x", 1, 2, 3) + varargs("y");
      case "twenty" ->
          twenty(1, 2, 3.5, 4, 5, 6, 7, 8, 9, 10, "11", true, 13, 14, 15, 16, 17, 18, 19, 20.25);
      case "static" -> twice(4);
      case "final" -> finals("x");
      case "overloads" -> over("x") + over(1) + over(List.of("a", "b")) + over("x", 2);
      case "annotated" ->
          new Marked().open("x") + new Unmarked().one("x") + new Unmarked().two("x");
      case "levels" -> top(List.of(new Item("a", 1), new Item("b", 2)));
      case "levels failing" -> top(List.of(new Item("a", -1)));
      case "stage" -> later();
      case "complete" -> promised.complete(List.of(new Item("a", 1), new Item("b", 2)));
      case "fail" ->
          promised.completeExceptionally(new CompletionException(new AppException("no")));
      case "cancel" -> promised.cancel(true);
      case "done" -> CompletableFuture.completedFuture(done().toCompletableFuture().join());
      case "null stage" -> nullStage();
      case "broken stage" -> brokenStage() != null;
      case "future" -> future();
      case "run task" -> run(task);
      case "failing future" -> failingFuture();
      case "run failing" -> run(failing);
      case "cancel task" -> task.cancel(false);
      case "odd future" -> oddFuture() != null;
      case "stage of levels" -> stageOfLevels().toCompletableFuture().join();
      case "gauge 2" -> report(List.of(new Item("a", 1), new Item("b", 2), new Item("a", 3)));
      case "gauge 1" -> report(List.of(new Item("b", 5)));
      case "gauge 0" -> report(List.of());
      case "hostile map" -> map(new HostileMap());
      case "map" -> map(Map.of("a", 1, "b", Map.of("c", "d")));
      case "linked" -> linked(List.of(PARENT, "x", PARENT.replace("31-", "32-"))).size();
      case "linked to the broken" -> linked(new BrokenList()).size();
      case "some" -> many(List.of(7, 7));
      case "many" -> many(Collections.nCopies(20_000, 2)).size();
      case "array" -> array(new Object[] {"a", 2}) + array(null);
      case "deep" -> new Base().down(2000);
      case "watched" -> watched(2);
      default -> throw new IllegalArgumentException(scene);
    };
  }

  private static boolean run(FutureTask<?> task) {
    task.run();
    return task.isDone();
  }

  /** Something with a name and a number. */
  public record Item(String name, int count) {}

  /** What the application throws. */
  public static class AppException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AppException(String message) {
      super(message);
    }
  }

  static class Base {
    String run(String x) {
      return "base " + x;
    }

    String other(String x) {
      return "other " + x;
    }

    int down(int n) {
      if (n < 0) {
        throw new AppException("below");
      }
      return n == 0 ? 0 : 1 + down(n - 1);
    }
  }

  static class Sub extends Base {
    @Override
    String run(String x) {
      return super.run(x) + ", " + other(x);
    }

    @Override
    int down(int n) {
      return super.down(n);
    }
  }

  static class Lowest extends Sub {
    @Override
    String run(String x) {
      return super.run(x) + "!";
    }
  }

  static class Wrapper extends Base {
    private final Base inner;

    Wrapper(Base inner) {
      this.inner = inner;
    }

    @Override
    String run(String x) {
      return inner.run(x);
    }
  }

  interface Greeter {
    default String greet(String who) {
      return "hello " + who;
    }
  }

  static class Plain implements Greeter {}

  static class Polite implements Greeter {
    @Override
    public String greet(String who) {
      return "dear " + who + ", " + Greeter.super.greet(who);
    }
  }

  interface Maker<T> {
    T make(T from);
  }

  static class StringMaker implements Maker<String> {
    @Override
    public String make(String from) {
      return from + from;
    }
  }

  String kinds(boolean z, byte b, char c, short s, int i, long l, float f, double d) {
    return "" + z + b + c + s + i + l + f + d;
  }

  private String results() {
    return "" + bool() + bytes() + chars() + shorts() + ints() + longs() + floats() + doubles();
  }

  private boolean bool() {
    return true;
  }

  private byte bytes() {
    return 1;
  }

  private char chars() {
    return 'c';
  }

  private short shorts() {
    return 2;
  }

  private int ints() {
    return 3;
  }

  private long longs() {
    return 4;
  }

  private float floats() {
    return 5.5f;
  }

  private double doubles() {
    return 6.25;
  }

  void nothing() {
    depth++;
  }

  int varargs(String label, int... numbers) {
    return numbers.length;
  }

  @SuppressWarnings({"TooManyParameters", "ParameterNumber"})
  static double twenty(
      long a,
      int b,
      double c,
      long d,
      int e,
      long f,
      int g,
      long h,
      int i,
      long j,
      String k,
      boolean l,
      int m,
      int n,
      int o,
      int p,
      int q,
      int r,
      long s,
      double t) {
    return a + c + j + t;
  }

  static int twice(int n) {
    return 2 * n;
  }

  final String finals(String x) {
    return x;
  }

  String over(String x) {
    return "1";
  }

  String over(int x) {
    return "2";
  }

  String over(List<String> x) {
    return "3";
  }

  String over(String x, int y) {
    return "4";
  }

  /** Marks what rules are about. */
  public @interface Mark {}

  @Mark
  static class Marked {
    public String open(String x) {
      return closed(x);
    }

    private String closed(String x) {
      return x;
    }
  }

  static class Unmarked {
    @Mark
    private String one(String x) {
      return x;
    }

    String two(String x) {
      return x;
    }
  }

  String top(List<Item> items) {
    List<String> names = new ArrayList<>();
    for (Item item : items) {
      names.add(middle(item));
    }
    return String.join(",", names);
  }

  String middle(Item item) {
    leaf(item.count());
    return item.name() + leaf(item.count() * 10);
  }

  int leaf(int n) {
    if (n < 0) {
      throw new AppException("negative");
    }
    return n;
  }

  CompletionStage<List<Item>> later() {
    return promised;
  }

  CompletionStage<String> done() {
    return CompletableFuture.completedFuture("x");
  }

  CompletionStage<String> nullStage() {
    return null;
  }

  CompletionStage<String> brokenStage() {
    return new BrokenStage<>();
  }

  Future<Item> future() {
    return task;
  }

  Future<Item> failingFuture() {
    return failing;
  }

  Future<String> oddFuture() {
    return new OddFuture();
  }

  CompletionStage<String> stageOfLevels() {
    return CompletableFuture.supplyAsync(() -> top(List.of(new Item("a", 1))));
  }

  List<Item> report(List<Item> items) {
    return items;
  }

  Object map(Map<String, Object> map) {
    return map.getClass().getSimpleName();
  }

  int watched(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += getTotal();
    }
    return sum;
  }

  /** A getter that is also called by expressions. */
  public int getTotal() {
    return 21;
  }

  List<String> linked(List<String> parents) {
    return parents;
  }

  List<Integer> many(List<Integer> given) {
    return given;
  }

  private static int array(Object[] given) {
    return given == null ? 0 : given.length;
  }
}
