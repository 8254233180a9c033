// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One request as it goes over the wire; written as often as it is tried. What is compressed is
 * kept, so that its length can be told; anything else is encoded right into the connection.
 */
final class Request {
  private final byte[] head;
  private final MessageWriter message;
  private final @Nullable ByteArrayOutputStream compressed;

  Request(String firstLines, MessageWriter message, @Nullable Compressor compressor)
      throws IOException {
    this.message = message;
    this.compressed = compressor == null ? null : compressed(message, compressor);
    int length = compressed == null ? message.getContentLength() : compressed.size();
    String text = firstLines + "Content-Length: " + length + "\r\n\r\n";
    this.head = text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static ByteArrayOutputStream compressed(MessageWriter message, Compressor compressor)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (OutputStream out = compressor.compress(body)) {
      message.writeMessage(out);
    }
    return body;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(head);
    if (compressed == null) {
      message.writeMessage(out);
    } else {
      compressed.writeTo(out);
    }
  }
}
