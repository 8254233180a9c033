// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.rpc;

import dev.weft.api.Scope;
import dev.weft.api.trace.Protocol;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import org.jspecify.annotations.Nullable;

/** Starts the calls of one RPC client library; keep it in a static field. Thread-safe. */
public final class RpcTelemetry {
  /** What is said of most calls. */
  private static final int ATTRIBUTES = 11;

  private final Scope scope;
  private final String system;
  private final Protocol protocol;

  private RpcTelemetry(Scope scope, String system, Protocol protocol) {
    this.scope = scope;
    this.system = system;
    this.protocol = protocol;
  }

  /**
   * Creates what an instrumentation starts its calls with, for a library whose HTTP requests are a
   * part of its calls and not to be traced again.
   *
   * @param system {@code rpc.system}, such as {@code aws-api}
   */
  public static RpcTelemetry overHttp(Scope scope, String system) {
    return new RpcTelemetry(scope, system, Protocol.RPC_CLIENT_OVER_HTTP);
  }

  /**
   * Starts a call.
   *
   * @param name the span's name
   * @return the call, or null where it is a part of a call that is traced already
   */
  public @Nullable RpcCall start(String name, String service, String method) {
    if (Tracing.suppressed(Protocol.RPC_CLIENT)) {
      return null;
    }
    Span span = Tracing.startClient(scope, name, protocol);
    span.reserve(ATTRIBUTES);
    span.set("rpc.system", system).set("rpc.service", service).set("rpc.method", method);
    return new RpcCall(span);
  }
}
