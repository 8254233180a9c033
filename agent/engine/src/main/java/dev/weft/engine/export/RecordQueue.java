// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The bounded line in which ended spans or log records wait to be exported: many threads put in
 * without waiting for one another, one takes out. When it is full, what comes is counted instead.
 */
final class RecordQueue<T> {
  private static final int LARGEST = 1 << 20;

  private final AtomicReferenceArray<@Nullable T> slots;
  private final int mask;
  private final int capacity;
  private final AtomicLong in = new AtomicLong();
  private final AtomicLong out = new AtomicLong();
  private final LongAdder dropped = new LongAdder();
  private final int batch;
  private final Runnable wake;

  /**
   * Creates it.
   *
   * @param capacity how many may wait, a million at most
   * @param batch how many are sent together
   * @param wake called by the thread that completes a batch
   */
  RecordQueue(int capacity, int batch, Runnable wake) {
    this.capacity = Math.min(capacity, LARGEST);
    int size = Integer.highestOneBit(Math.max(2, this.capacity) * 2 - 1);
    this.slots = new AtomicReferenceArray<>(size);
    this.mask = size - 1;
    this.batch = Math.min(batch, this.capacity);
    this.wake = wake;
  }

  void add(T record) {
    long place;
    long waiting;
    do {
      place = in.get();
      waiting = place - out.get();
      if (waiting >= capacity) {
        dropped.increment();
        return;
      }
      // changes nothing, and needs as much stack as set(): an overflow is to happen here, for a
      // place that is taken and never filled is the end
      slots.compareAndSet((int) place & mask, record, record);
    } while (!in.compareAndSet(place, place + 1));
    slots.set((int) place & mask, record);
    if (waiting + 1 == batch) {
      wake.run();
    }
  }

  /** Returns the next one, or null; called by one thread only. */
  @Nullable T poll() {
    long place = out.get();
    int slot = (int) place & mask;
    T record = slots.get(slot);
    if (record != null) {
      slots.set(slot, null);
      out.set(place + 1);
    }
    return record;
  }

  /** Returns how many are sent together. */
  int batch() {
    return batch;
  }

  /** Returns whether a batch is complete. */
  boolean full() {
    return size() >= batch;
  }

  boolean isEmpty() {
    return size() == 0;
  }

  int size() {
    return (int) (in.get() - out.get());
  }

  /** Returns whether any was ever put in. */
  boolean used() {
    return in.get() > 0;
  }

  /** Returns what tells whether all that waits now has been taken out. */
  BooleanSupplier passed() {
    long last = in.get();
    return () -> out.get() >= last;
  }

  long dropped() {
    return dropped.sum();
  }
}
