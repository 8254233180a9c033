// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/**
 * Reads one answer. Its status decides: what goes wrong behind the headers, or is longer than
 * anybody wants to know, costs the connection and not the answer.
 */
final class AnswerReader {
  private static final int LONGEST_CHUNK_LINES = 64 * 1024;
  private static final int HEXADECIMAL = 16;

  private final InputStream in;
  private final long longest;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);

  private AnswerReader(InputStream in, long longest) {
    this.in = in;
    this.longest = longest;
  }

  /**
   * Reads it.
   *
   * @param longest how many bytes of the body are kept
   */
  static Answer read(InputStream in, long longest) throws IOException {
    AnswerHead head = AnswerHead.read(in);
    AnswerReader reader = new AnswerReader(in, longest);
    boolean complete;
    try {
      complete = head.hasNoBody() || reader.readBody(head);
    } catch (IOException e) {
      complete = false;
    }
    return new Answer(
        head.status(),
        head.reason(),
        reader.body.toByteArray(),
        head.retryAfter(),
        complete && head.keepsConnection());
  }

  private boolean readBody(AnswerHead head) throws IOException {
    if (head.isChunked()) {
      return readChunks();
    }
    if (head.length() >= 0) {
      return copy(head.length());
    }
    return copy(Long.MAX_VALUE);
  }

  private boolean readChunks() throws IOException {
    AnswerHead.Lines lines = new AnswerHead.Lines(in, LONGEST_CHUNK_LINES);
    for (long size = size(lines.next()); size > 0; size = size(lines.next())) {
      if (!copy(size)) {
        return false;
      }
      if (!lines.next().isEmpty()) {
        throw new ProtocolException("a chunk does not end where it should");
      }
    }
    while (!lines.next().isEmpty()) {
      // trailers
    }
    return true;
  }

  private static long size(String line) throws ProtocolException {
    int extension = line.indexOf(';');
    try {
      return Long.parseLong(
          (extension < 0 ? line : line.substring(0, extension)).trim(), HEXADECIMAL);
    } catch (NumberFormatException e) {
      throw new ProtocolException("a chunk has no size");
    }
  }

  /** Returns false if there is more of it than is kept. */
  private boolean copy(long size) throws IOException {
    byte[] part = new byte[(int) Math.min(size, 4096)];
    for (long left = size; left > 0; ) {
      if (body.size() >= longest) {
        return false;
      }
      long room = Math.min(left, longest - body.size());
      int count = in.read(part, 0, (int) Math.min(part.length, room));
      if (count < 0) {
        throw new EOFException("the connection ended in the middle of an answer");
      }
      body.write(part, 0, count);
      left -= count;
    }
    return true;
  }
}
