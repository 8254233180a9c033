// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Sends a number of requests over connections that are kept open. */
final class Client {
  private final int port;
  private final String path;
  private final int connections;

  Client(int port, String path, int connections) {
    this.port = port;
    this.path = path;
    this.connections = connections;
  }

  /** Sends the next request when the last was answered; returns what all took. */
  double closedSeconds(int requests) throws Exception {
    long start = System.nanoTime();
    onEach(
        (connection, number) -> {
          for (int i = number; i < requests; i += connections) {
            connection.exchange();
          }
          return new long[0];
        });
    return (System.nanoTime() - start) / 1e9;
  }

  /**
   * Sends at a fixed rate, whether answers come or not. A request that cannot be sent in time since
   * the answer before is late has waited from the time when it was meant to be sent.
   *
   * @return what each request took in nanoseconds, in ascending order
   */
  long[] paced(int requests, double perSecond) throws Exception {
    double period = 1e9 / perSecond;
    long start = System.nanoTime() + 1_000_000;
    return onEach(
        (connection, number) -> {
          long[] took = new long[(requests - number + connections - 1) / connections];
          for (int i = 0; i < took.length; i++) {
            long meant = start + (long) ((number + (double) i * connections) * period);
            long from = sleepUntil(meant);
            connection.exchange();
            took[i] = System.nanoTime() - from;
          }
          return took;
        });
  }

  /** Returns when a request is counted from: its time, or now if only this sleep was late. */
  private static long sleepUntil(long meant) {
    long now = System.nanoTime();
    if (now >= meant) {
      return meant;
    }
    while (now < meant) {
      LockSupport.parkNanos(meant - now);
      now = System.nanoTime();
    }
    return now;
  }

  private long[] onEach(Sending sending) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<Callable<long[]>> tasks = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        int number = i;
        tasks.add(
            () -> {
              try (Connection connection = new Connection(port, path)) {
                return sending.over(connection, number);
              }
            });
      }
      List<long[]> parts = new ArrayList<>();
      for (Future<long[]> future : threads.invokeAll(tasks)) {
        parts.add(future.get());
      }
      return parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    } finally {
      threads.shutdown();
    }
  }

  private interface Sending {
    long[] over(Connection connection, int number) throws Exception;
  }
}
