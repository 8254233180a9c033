// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.growth;

import dev.weft.benchmarks.stub.StubDriver;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;

/** Threads that execute a statement, and then wait until they are let go, all at once. */
final class WaitingThreads implements Growth {
  private final ThreadFactory factory;
  private final Connection connection;
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();

  WaitingThreads(Path driver, boolean virtual) throws Exception {
    factory = virtual ? virtual() : Thread::new;
    connection = StubDriver.connect(StubDriver.loader(driver), "jdbc:postgresql://db.example/shop");
  }

  /** By reflection: the oldest JVM that runs this has none. */
  private static ThreadFactory virtual() throws ReflectiveOperationException {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    return (ThreadFactory)
        Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
  }

  @Override
  public void grow(int units) throws InterruptedException {
    CountDownLatch called = new CountDownLatch(units);
    for (int i = 0; i < units; i++) {
      Thread thread = factory.newThread(() -> call(called));
      threads.add(thread);
      thread.start();
    }
    called.await();
  }

  private void call(CountDownLatch called) {
    try {
      connection.prepareStatement("SELECT name FROM item WHERE id = ?").executeQuery();
      called.countDown();
      end.await();
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void release() throws InterruptedException {
    end.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    threads.clear();
  }

  @Override
  public long count() {
    return threads.size();
  }
}
