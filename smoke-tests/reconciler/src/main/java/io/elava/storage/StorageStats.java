// SPDX-License-Identifier: Apache-2.0
package io.elava.storage;

/**
 * What the storage holds.
 *
 * @param revision the number of the latest scan, 0 when there is none
 */
public record StorageStats(long scans, long revision) {

  /** Whether no scan was recorded yet. */
  public boolean isEmpty() {
    return scans == 0;
  }
}
