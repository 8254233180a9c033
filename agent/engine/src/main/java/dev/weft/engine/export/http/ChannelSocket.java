// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketImpl;
import org.jspecify.annotations.Nullable;

/** What the JDK's TLS asks of the socket that it is to work on; the time-outs are the channel's. */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // closing does not wait for anybody
final class ChannelSocket extends Socket {
  private final TimedChannel channel;
  private final int port;

  private ChannelSocket(TimedChannel channel, int port) throws SocketException {
    super((@Nullable SocketImpl) null);
    this.channel = channel;
    this.port = port;
  }

  static Socket over(TimedChannel channel, int port) throws SocketException {
    return new ChannelSocket(channel, port);
  }

  @Override
  public InputStream getInputStream() {
    return channel.input();
  }

  @Override
  public OutputStream getOutputStream() {
    return channel.output();
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean isClosed() {
    return !channel.isOpen();
  }

  @Override
  public InetAddress getInetAddress() {
    return channel.address();
  }

  @Override
  public int getPort() {
    return port;
  }

  @Override
  public int getSoTimeout() {
    return 0;
  }

  @Override
  public void setSoTimeout(int millis) {}

  @Override
  public void close() {
    channel.close();
  }
}
