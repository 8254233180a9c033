// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.calls;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Calls of one kind, one after the other on one thread. Counts them, and what that thread
 * allocates: JMH's profiler adds up all threads, those that export included.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class Calls {
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final StringBuilder notes = new StringBuilder();
  private long callsBefore;
  private long bytesBefore;

  /** How many calls were made so far; to be counted up by each. */
  protected long calls;

  /** Takes down where an iteration begins. */
  @Setup(Level.Iteration)
  public void begin() {
    callsBefore = calls;
    bytesBefore = threads.getCurrentThreadAllocatedBytes();
  }

  /** Takes down what an iteration took. */
  @TearDown(Level.Iteration)
  public void end() {
    long bytes = threads.getCurrentThreadAllocatedBytes() - bytesBefore;
    notes.append("bytes ").append((double) bytes / (calls - callsBefore)).append('\n');
  }

  /** Leaves the counts in a file, for {@link Fork}. */
  @TearDown(Level.Trial)
  public void leave() throws IOException {
    notes.append("calls ").append(calls).append('\n');
    notes.append("identified ").append(identified()).append('\n');
    Files.writeString(Path.of(System.getProperty(Fork.NOTES)), notes);
  }

  /** Returns how many calls printed the identity of a span. */
  protected long identified() {
    return 0;
  }
}
