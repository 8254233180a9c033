// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.otlp;

import dev.weft.api.logs.LogRecord;
import dev.weft.api.trace.Span;
import io.opentelemetry.exporter.internal.otlp.ResourceMarshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sends records as OTLP, written straight from where they were recorded into a buffer that is used
 * again and again: the SDK's own way makes some objects for each. Used by one thread.
 *
 * @param <T> what is recorded
 */
public final class OtlpExporter<T> {
  private final RequestEncoder<T> encoder;
  private final Transport transport;
  private ProtoBuffer buffer = new ProtoBuffer();
  private CompletableResultCode previous = CompletableResultCode.ofSuccess();

  OtlpExporter(Resource resource, RecordEncoder<T> encoder, Transport transport) {
    this.encoder = new RequestEncoder<>(encoded(resource), encoder);
    this.transport = transport;
  }

  /**
   * Creates one for spans.
   *
   * @param version of their scopes
   * @param countLimit attributes beyond it are left out
   * @param lengthLimit texts of attributes are cut to so many characters
   */
  public static OtlpExporter<Span> ofSpans(
      Resource resource, String version, int countLimit, int lengthLimit, Transport transport) {
    return new OtlpExporter<>(
        resource, new SpanEncoder(version, countLimit, lengthLimit), transport);
  }

  /** Creates one for log records; limits are those of {@link #ofSpans}. */
  public static OtlpExporter<LogRecord> ofLogs(
      Resource resource, int countLimit, int lengthLimit, Transport transport) {
    return new OtlpExporter<>(resource, new LogEncoder(countLimit, lengthLimit), transport);
  }

  private static byte[] encoded(Resource resource) {
    try {
      ByteArrayOutputStream encoded = new ByteArrayOutputStream();
      ResourceMarshaler.create(resource).writeBinaryTo(encoded);
      return encoded.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  /**
   * Sends a batch.
   *
   * @param lost told why one of the records cannot be sent; the others are
   */
  public CompletableResultCode export(List<T> batch, Consumer<Throwable> lost) {
    if (!previous.isDone()) {
      buffer = new ProtoBuffer(); // nobody waits any longer, but somebody may still read it
    }
    buffer.clear();
    int records = encoder.write(batch, buffer, lost);
    if (records == 0) {
      return CompletableResultCode.ofSuccess();
    }
    previous = transport.export(new EncodedRequest(buffer), records);
    if (previous.isDone()) {
      buffer.clear();
    }
    return previous;
  }
}
