// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection that speaks HTTP/1.1 over a plain socket, to drive servers under test: nothing
 * weaves a socket, so no client span gets into the picture.
 *
 * <pre>{@code
 * RawResponse response = RawHttp.send(port, RawRequest.get("/owners").header("X-Test", "1"));
 * }</pre>
 *
 * One thread at a time. Reads give up after ten seconds. Failures of the network surface as {@link
 * UncheckedIOException}.
 */
public final class RawHttp implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream in;
  private final String host;

  private RawHttp(Socket socket, String host) throws IOException {
    this.socket = socket;
    this.host = host;
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** Opens a connection to a port of this machine. */
  public static RawHttp connect(int port) {
    try {
      Socket socket = new Socket();
      socket.connect(LoopbackHttpServer.address(port));
      return new RawHttp(socket, "localhost:" + port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends one request over a connection of its own. */
  public static RawResponse send(int port, RawRequest request) {
    try (RawHttp connection = connect(port)) {
      return connection.send(request);
    }
  }

  /** Sends a request and reads the response; the connection stays open if the server lets it. */
  public RawResponse send(RawRequest request) {
    return pipeline(request).get(0);
  }

  /** Sends all requests at once, before any response is read; responses come in order. */
  public List<RawResponse> pipeline(RawRequest... requests) {
    try {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (RawRequest request : requests) {
        all.write(request.bytes(host));
      }
      socket.getOutputStream().write(all.toByteArray());
      List<RawResponse> responses = new ArrayList<>();
      for (RawRequest request : requests) {
        responses.add(new RawResponseReader(in).read(request.method()));
      }
      return List.copyOf(responses);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
