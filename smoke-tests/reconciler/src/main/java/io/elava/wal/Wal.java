// SPDX-License-Identifier: Apache-2.0
package io.elava.wal;

/** The write-ahead log: what the reconciler is about to do and what came of it. */
public interface Wal extends AutoCloseable {

  /** Appends one entry; returns once it is safe. */
  void append(WalEntry entry);

  @Override
  void close();
}
