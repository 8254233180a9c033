// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import io.opentelemetry.exporter.internal.marshal.Marshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.function.Function;

/**
 * Prints each batch as one line of OTLP JSON on stdout, for whoever collects what processes print.
 * The only thing of ours that is ever printed there, since it was asked for.
 */
final class JsonLines {
  private static final OutputStream STDOUT = new FileOutputStream(FileDescriptor.out);

  private JsonLines() {}

  /** Returns an exporter, given how the request that a receiver would get is made of a batch. */
  static <D> Function<Collection<D>, CompletableResultCode> of(
      Function<Collection<D>, ? extends Marshaler> request) {
    return batch -> {
      try {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        request.apply(batch).writeJsonTo(line);
        line.write('\n');
        print(line.toByteArray());
        return CompletableResultCode.ofSuccess();
      } catch (IOException unwritable) {
        return CompletableResultCode.ofExceptionalFailure(unwritable);
      }
    };
  }

  /**
   * Past {@code System.out}, which the application may have turned into a logger: its records would
   * be printed again without end. One call, so that no line of the application comes in between.
   */
  private static void print(byte[] line) throws IOException {
    STDOUT.write(line);
  }
}
