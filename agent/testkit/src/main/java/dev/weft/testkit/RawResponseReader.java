// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads HTTP/1.1 responses: by length, chunked, or up to the end of the connection. */
final class RawResponseReader {
  private static final int HEX = 16;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final InputStream in;

  RawResponseReader(InputStream in) {
    this.in = in;
  }

  /** Reads the next response that is not an interim one. */
  RawResponse read(String method) throws IOException {
    String statusLine = line();
    String[] words = statusLine.split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.")) {
      throw new IOException("not a status line: " + statusLine);
    }
    int status = Integer.parseInt(words[1]);
    Map<String, List<String>> headers = headers();
    if (status < 200) {
      return read(method);
    }
    boolean bodiless = method.equals("HEAD") || status == NO_CONTENT || status == NOT_MODIFIED;
    byte[] body = bodiless ? new byte[0] : body(headers);
    return new RawResponse(status, headers, new String(body, StandardCharsets.UTF_8));
  }

  private Map<String, List<String>> headers() throws IOException {
    HeaderFields headers = new HeaderFields();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IOException("not a header: " + line);
      }
      headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    return headers.view();
  }

  private byte[] body(Map<String, List<String>> headers) throws IOException {
    if (headers.getOrDefault("Transfer-Encoding", List.of()).contains("chunked")) {
      return chunks();
    }
    List<String> length = headers.getOrDefault("Content-Length", List.of());
    return length.isEmpty() ? in.readAllBytes() : exactly(Integer.parseInt(length.get(0)));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line().split(";", 2)[0].strip(), HEX);
      if (size == 0) {
        headers(); // trailers
        return body.toByteArray();
      }
      body.write(exactly(size));
      line();
    }
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("connection closed after " + bytes.length + " of " + length);
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("connection closed within a response");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }
}
