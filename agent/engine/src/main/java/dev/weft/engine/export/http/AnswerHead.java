// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Locale;

/** The status line of an answer, and those of its headers that matter here. */
final class AnswerHead {
  private static final int LONGEST = 64 * 1024;
  private static final int STATUS_AT = 9;
  private static final int STATUS_END = 12;
  private static final int VERSION_AT = 7;

  private final boolean oldVersion;
  private final int status;
  private final String reason;
  private long length = -1;
  private boolean chunked;
  private boolean encoded;
  private boolean closing;
  private boolean keeping;
  private String retryAfter = "";

  private AnswerHead(String line) throws ProtocolException {
    if (!isStatusLine(line)) {
      throw new ProtocolException("what came back is no answer of HTTP/1.1");
    }
    this.oldVersion = line.charAt(VERSION_AT) == '0';
    this.status = Integer.parseInt(line.substring(STATUS_AT, STATUS_END));
    this.reason = line.substring(STATUS_END).trim();
  }

  private static boolean isStatusLine(String line) {
    return line.length() >= STATUS_END
        && line.startsWith("HTTP/1.")
        && isNumber(line, VERSION_AT, VERSION_AT + 1)
        && line.charAt(STATUS_AT - 1) == ' '
        && isNumber(line, STATUS_AT, STATUS_END)
        && (line.length() == STATUS_END || line.charAt(STATUS_END) == ' ');
  }

  private static boolean isNumber(String line, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (line.charAt(i) < '0' || line.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads the head of the final answer; what a receiver says in between, as {@code 100 Continue},
   * is passed over.
   */
  static AnswerHead read(InputStream in) throws IOException {
    Lines lines = new Lines(in, LONGEST);
    AnswerHead head;
    do {
      head = new AnswerHead(lines.next());
      for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
        head.take(line);
      }
    } while (head.status < 200 && head.status != 101);
    return head;
  }

  private void take(String line) throws ProtocolException {
    int colon = line.indexOf(':');
    if (colon < 0) {
      return;
    }
    String value = line.substring(colon + 1).trim();
    switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
      case "content-length":
        takeLength(value);
        break;
      case "transfer-encoding":
        encoded = true;
        chunked = value.toLowerCase(Locale.ROOT).endsWith("chunked");
        break;
      case "connection":
        String wish = value.toLowerCase(Locale.ROOT);
        closing |= wish.contains("close");
        keeping |= wish.contains("keep-alive");
        break;
      case "retry-after":
        retryAfter = value;
        break;
      default:
        break;
    }
  }

  private void takeLength(String value) throws ProtocolException {
    long said;
    try {
      said = Long.parseLong(value);
    } catch (NumberFormatException e) {
      said = -1;
    }
    if (said < 0 || (length >= 0 && length != said)) {
      throw new ProtocolException("the length of the answer is not clear");
    }
    length = said;
  }

  int status() {
    return status;
  }

  String reason() {
    return reason;
  }

  String retryAfter() {
    return retryAfter;
  }

  boolean isChunked() {
    return chunked;
  }

  boolean hasNoBody() {
    return status < 200 || status == 204 || status == 304;
  }

  /** Returns -1 if the body goes on until the connection ends. */
  long length() {
    return encoded ? -1 : length;
  }

  /** Whether the receiver keeps the connection open, and where the answer ends is known. */
  boolean keepsConnection() {
    boolean kept = oldVersion ? keeping : !closing;
    boolean bounded = hasNoBody() || (chunked ? length < 0 : length() >= 0);
    return kept && bounded && status != 101;
  }

  /** Lines of a head or of chunks, all of them together no longer than allowed. */
  static final class Lines {
    private final InputStream in;
    private int left;

    Lines(InputStream in, int longest) {
      this.in = in;
      this.left = longest;
    }

    String next() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new EOFException("the connection ended before an answer");
        }
        if (--left < 0) {
          throw new ProtocolException("the head of the answer is too long");
        }
        line.append((char) c);
      }
      int end = line.length();
      return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
    }
  }
}
