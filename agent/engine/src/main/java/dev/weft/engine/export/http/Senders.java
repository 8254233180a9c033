// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.exporter.sender.okhttp.internal.OkHttpHttpSenderProvider;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the SDK's builders for OTLP over HTTP get their senders from: ours, or the SDK's where the
 * JVM is told to use a proxy. Exporters that send to the same receiver share a connection, since
 * they take turns. Used by one thread.
 */
public final class Senders {
  private final Map<String, Line> lines = new HashMap<>();

  /**
   * Returns what a builder is to find its sender with.
   *
   * @param certificates tells those that the builder is given from others; exporters with the same
   *     may share a connection
   */
  public ComponentLoader loader(String certificates) {
    return new Loader(config -> sender(config, certificates));
  }

  private HttpSender sender(HttpSenderConfig config, String certificates) {
    if (hasProxy(config.getEndpoint())) {
      return new OkHttpHttpSenderProvider().createSender(config);
    }
    Target target = new Target(config.getEndpoint());
    String key = target.isTls() + " " + target.authority() + " " + certificates;
    Line line = lines.get(key);
    if (line == null) {
      line = new Line(target, config.getSslContext(), config.getConnectTimeout());
      lines.put(key, line);
    }
    return new DirectSender(target, line, config);
  }

  private static boolean hasProxy(URI endpoint) {
    try {
      ProxySelector selector = ProxySelector.getDefault();
      List<Proxy> proxies = selector == null ? null : selector.select(endpoint);
      if (proxies != null) {
        for (Proxy proxy : proxies) {
          if (proxy.type() != Proxy.Type.DIRECT) {
            return true;
          }
        }
      }
      return false;
    } catch (RuntimeException e) {
      return false; // the application's own selector: it names none
    }
  }

  /** Finds this one provider, and no other component. */
  private static final class Loader implements ComponentLoader {
    private final HttpSenderProvider provider;

    Loader(HttpSenderProvider provider) {
      this.provider = provider;
    }

    @Override
    public <T> Iterable<T> load(Class<T> type) {
      return type == HttpSenderProvider.class
          ? Collections.singletonList(type.cast(provider))
          : Collections.emptyList();
    }
  }
}
