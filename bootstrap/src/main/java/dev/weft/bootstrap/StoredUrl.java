// SPDX-License-Identifier: Apache-2.0
package dev.weft.bootstrap;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a resource of the agent: what is stored cannot be named by one that the JDK
 * understands, so the bytes ride along. Apart from {@link AgentClassLoader}, of which the start
 * needs no URL.
 */
final class StoredUrl extends URLStreamHandler {
  private final byte[] bytes;

  private StoredUrl(byte[] bytes) {
    this.bytes = bytes;
  }

  static @Nullable URL of(String name, byte[] bytes) {
    try {
      return new URL(null, "weft:" + name, new StoredUrl(bytes));
    } catch (MalformedURLException impossible) {
      return null;
    }
  }

  /**
   * Has these classes loaded in time on Java 8: there the boot loader sees the jar too, once a
   * class is woven, and what it loads of this package is a stranger to the rest.
   */
  static void load() {
    Connection.load();
  }

  @Override
  protected URLConnection openConnection(URL url) {
    return new Connection(url, bytes);
  }

  private static final class Connection extends URLConnection {
    private final byte[] bytes;

    Connection(URL url, byte[] bytes) {
      super(url);
      this.bytes = bytes;
    }

    static void load() {}

    @Override
    public void connect() {}

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
