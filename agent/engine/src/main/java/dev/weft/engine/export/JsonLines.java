// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import io.opentelemetry.exporter.internal.marshal.Marshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Collection;
import java.util.function.Function;

/**
 * Prints each batch as one line of OTLP JSON on stdout, for whoever collects what processes print.
 * The only thing of ours that is ever printed there, since it was asked for.
 */
final class JsonLines {
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

  /** One call, so that lines of the application do not come in between. */
  @SuppressWarnings("SystemOut")
  private static void print(byte[] line) throws IOException {
    PrintStream out = System.out;
    out.write(line, 0, line.length);
    out.flush();
    if (out.checkError()) {
      throw new IOException("stdout cannot be written to");
    }
  }
}
