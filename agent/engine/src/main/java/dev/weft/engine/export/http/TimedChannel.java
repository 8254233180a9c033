// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection on which reading and writing end with a deadline. A {@code java.net.Socket} has
 * a time-out for reading only: a receiver that stops reading would hold a writer up for as long as
 * it likes, and ending that from outside takes a second thread. Used by one thread at a time, and
 * closed by any.
 */
final class TimedChannel implements Closeable {
  /** The JDK keeps a buffer of this size for each thread that writes. */
  private static final int CHUNK = 16 * 1024;

  private static final long SHORTEST_PAUSE_NANOS = 1_000_000;
  private static final long LONGEST_PAUSE_NANOS = 16_000_000;

  private final SocketChannel channel;
  private volatile Deadline deadline;

  private TimedChannel(SocketChannel channel, Deadline deadline) {
    this.channel = channel;
    this.deadline = deadline;
  }

  /** Tries all addresses of a host, none of them for longer than its share of the time left. */
  static TimedChannel open(Target target, int connectMillis, Deadline deadline) throws IOException {
    InetAddress[] addresses = InetAddress.getAllByName(target.host());
    IOException first = null;
    for (int i = 0; i < addresses.length; i++) {
      int share = Math.max(1, deadline.millisLeft() / (addresses.length - i));
      InetSocketAddress address = new InetSocketAddress(addresses[i], target.port());
      try {
        return new TimedChannel(connected(address, Math.min(share, connectMillis)), deadline);
      } catch (IOException e) {
        first = first == null ? e : first;
      }
    }
    throw unreachable(target, first);
  }

  private static SocketChannel connected(InetSocketAddress address, int millis) throws IOException {
    SocketChannel channel = SocketChannel.open();
    boolean connected = false;
    try {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.socket().connect(address, millis);
      connected = true;
      return channel;
    } finally {
      if (!connected) {
        channel.close();
      }
    }
  }

  private static IOException unreachable(Target target, @Nullable IOException why) {
    String what = "cannot connect to " + target.authority();
    if (why instanceof SocketTimeoutException) {
      return new SocketTimeoutException(what + " in time");
    }
    return (IOException)
        new ConnectException(why == null ? what : what + ": " + why.getMessage()).initCause(why);
  }

  /** Begins with another request. */
  void finishBy(Deadline next) {
    deadline = next;
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  InetAddress address() {
    return channel.socket().getInetAddress();
  }

  InputStream input() {
    return new In();
  }

  OutputStream output() {
    return new Out();
  }

  private int read(byte[] bytes, int offset, int length) throws IOException {
    blocking(true);
    channel.socket().setSoTimeout(deadline.millisLeft());
    try {
      return channel.socket().getInputStream().read(bytes, offset, length);
    } catch (SocketTimeoutException e) {
      throw deadline.passed();
    }
  }

  private void write(byte[] bytes, int offset, int length) throws IOException {
    blocking(false);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int end = offset + length;
    int position = offset;
    long pause = SHORTEST_PAUSE_NANOS;
    while (position < end) {
      buffer.limit(Math.min(position + CHUNK, end)).position(position);
      int written = channel.write(buffer);
      position += written;
      if (written > 0) {
        pause = SHORTEST_PAUSE_NANOS;
        continue;
      }
      deadline.millisLeft(); // throws if there is none
      LockSupport.parkNanos(this, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
    }
  }

  private void blocking(boolean wanted) throws IOException {
    if (channel.isBlocking() != wanted) {
      channel.configureBlocking(wanted);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // it is gone either way
    }
  }

  private final class In extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return length == 0 ? 0 : TimedChannel.this.read(bytes, offset, length);
    }
  }

  private final class Out extends OutputStream {
    @Override
    public void write(int one) throws IOException {
      TimedChannel.this.write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      TimedChannel.this.write(bytes, offset, length);
    }
  }
}
