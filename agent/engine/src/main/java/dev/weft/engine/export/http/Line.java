// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The way to one receiver: a connection that is kept from one request to the next, and opened anew
 * when that is needed. Thread-safe; requests come one after the other.
 */
final class Line {
  /** Gateways and firewalls forget a connection after some minutes, and tell neither end. */
  private static final long LONGEST_IDLE_NANOS = TimeUnit.SECONDS.toNanos(90);

  private final Target target;
  private final @Nullable SSLContext trust;
  private final int connectMillis;
  private @Nullable SSLSocketFactory tls;
  private volatile @Nullable Connection connection;
  private long usedNanos;

  /**
   * Creates one, without connecting.
   *
   * @param trust whom to trust, null for the JVM's trust store
   */
  Line(Target target, @Nullable SSLContext trust, Duration connectTimeout) {
    this.target = target;
    this.trust = trust;
    this.connectMillis = (int) Math.min(connectTimeout.toMillis(), Integer.MAX_VALUE);
  }

  /** Sends a request and returns the answer, over a fresh connection if the kept one is gone. */
  synchronized Answer ask(Request request, long longest, Deadline deadline) throws IOException {
    Connection kept = connection;
    if (kept != null && isUsable(kept)) {
      try {
        return ask(kept, request, longest, deadline);
      } catch (IOException e) {
        if (kept.isAnswered() || deadline.isOver()) {
          throw e;
        }
        // the receiver had hung up, as it may
      }
    }
    hangUp();
    return ask(connect(deadline), request, longest, deadline);
  }

  private boolean isUsable(Connection kept) throws IOException {
    return System.nanoTime() - usedNanos < LONGEST_IDLE_NANOS && kept.isInStep();
  }

  private Answer ask(Connection over, Request request, long longest, Deadline deadline)
      throws IOException {
    boolean kept = false;
    try {
      Answer answer = over.ask(request, longest, deadline);
      kept = answer.isReusable();
      return answer;
    } finally {
      usedNanos = System.nanoTime();
      if (!kept) {
        hangUp();
      }
    }
  }

  private Connection connect(Deadline deadline) throws IOException {
    Connection fresh = Connection.open(target, factory(), connectMillis, deadline);
    connection = fresh;
    return fresh;
  }

  /** Not the JVM's default context: that is the application's to set, and to set up. */
  private @Nullable SSLSocketFactory factory() throws IOException {
    if (target.isTls() && tls == null) {
      try {
        SSLContext context = trust;
        if (context == null) {
          context = SSLContext.getInstance("TLS");
          context.init(null, null, null);
        }
        tls = context.getSocketFactory();
      } catch (GeneralSecurityException e) {
        throw new IOException("no TLS in this JVM", e);
      }
    }
    return tls;
  }

  /** Closes the connection, also under a request that another thread waits for. */
  void hangUp() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      open.close();
    }
  }
}
