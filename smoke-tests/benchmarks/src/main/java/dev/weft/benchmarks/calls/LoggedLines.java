// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.calls;

import java.io.OutputStream;

/** Throws lines away, and counts those that begin with the id of a trace. */
final class LoggedLines extends OutputStream {
  private long identified;

  @Override
  public void write(int single) {
    throw new UnsupportedOperationException("Logback writes whole lines");
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (length > 0 && bytes[offset] != ' ') {
      identified++;
    }
  }

  long identified() {
    return identified;
  }
}
