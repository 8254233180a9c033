// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a receiver, for one request after the other. Used by one thread at a time, and
 * closed by any.
 */
final class Connection implements Closeable {
  private final TimedChannel channel;
  private final InputStream in;
  private final OutputStream out;
  private boolean answered;

  private Connection(TimedChannel channel, InputStream in, OutputStream out) {
    this.channel = channel;
    this.in = new BufferedInputStream(in);
    this.out = new BufferedOutputStream(out);
  }

  /**
   * Opens one.
   *
   * @param tls null for plain HTTP
   */
  static Connection open(
      Target target, @Nullable SSLSocketFactory tls, int connectMillis, Deadline deadline)
      throws IOException {
    TimedChannel channel = TimedChannel.open(target, connectMillis, deadline);
    if (tls == null) {
      return new Connection(channel, channel.input(), channel.output());
    }
    boolean trusted = false;
    try {
      SSLSocket socket = trusted(target, tls, channel);
      Connection connection =
          new Connection(channel, socket.getInputStream(), socket.getOutputStream());
      trusted = true;
      return connection;
    } finally {
      if (!trusted) {
        channel.close();
      }
    }
  }

  private static SSLSocket trusted(Target target, SSLSocketFactory tls, TimedChannel channel)
      throws IOException {
    Socket below = ChannelSocket.over(channel, target.port());
    SSLSocket socket = (SSLSocket) tls.createSocket(below, target.host(), target.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /**
   * Sends a request, and returns the answer.
   *
   * @param longest how many bytes of the answer's body are kept
   */
  Answer ask(Request request, long longest, Deadline deadline) throws IOException {
    channel.finishBy(deadline);
    answered = false;
    IOException unsent = null;
    try {
      request.writeTo(out);
      out.flush();
    } catch (InterruptedIOException e) {
      throw e; // the time is over
    } catch (IOException e) {
      unsent = e; // whoever refuses a request before having read it says why
    }
    try {
      in.mark(1);
      answered = in.read() >= 0;
      in.reset();
      Answer answer = AnswerReader.read(in, longest);
      return unsent == null ? answer : lastOf(answer);
    } catch (IOException e) {
      throw unsent == null || answered ? e : unsent;
    }
  }

  private static Answer lastOf(Answer answer) {
    return new Answer(
        answer.getStatusCode(),
        answer.getStatusMessage(),
        answer.getResponseBody(),
        answer.retryAfter(),
        false);
  }

  /** Whether the last request was answered, be it by half a word. */
  boolean isAnswered() {
    return answered;
  }

  /** Whether nobody has said anything that was not asked for. */
  boolean isInStep() throws IOException {
    return in.available() == 0;
  }

  @Override
  public void close() {
    channel.close();
  }
}
