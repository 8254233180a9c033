// SPDX-License-Identifier: Apache-2.0
package io.elava.wal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the last entries in memory; safe for use by several threads. */
public final class MemoryWal implements Wal {
  private static final int CAPACITY = 1_000;

  private final Deque<WalEntry> entries = new ArrayDeque<>();

  @Override
  public synchronized void append(WalEntry entry) {
    if (entries.size() == CAPACITY) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  /** The kept entries, oldest first; a copy. */
  public synchronized List<WalEntry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public void close() {}
}
