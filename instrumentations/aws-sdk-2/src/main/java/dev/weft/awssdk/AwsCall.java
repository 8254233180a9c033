// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import dev.weft.api.rpc.RpcCall;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;

/** A call while the SDK executes it; travels among the execution's attributes. */
final class AwsCall {
  /** The SDK wants names to be unique, and this class exists once per application loader. */
  static final ExecutionAttribute<AwsCall> ATTRIBUTE =
      new ExecutionAttribute<>("weft-call-" + System.identityHashCode(AwsCall.class));

  final RpcCall rpc;
  final String service;
  final String operation;
  final @Nullable String table;

  /** Whether the request carries the trace. */
  boolean propagated;

  /** Whether the present attempt was throttled, and that was told. */
  volatile boolean throttled;

  private @Nullable Span before;
  private boolean current;
  private @Nullable String errorType;

  AwsCall(RpcCall rpc, String service, String operation, @Nullable String table) {
    this.rpc = rpc;
    this.service = service;
    this.operation = operation;
    this.table = table;
  }

  Span span() {
    return rpc.span();
  }

  void failed(Throwable thrown, String type) {
    errorType = type;
    rpc.failed(thrown, type);
  }

  @Nullable String errorType() {
    return errorType;
  }

  /** Makes the span current; only where the SDK stays on this thread until the end. */
  void enter() {
    if (!current) {
      before = Tracing.makeCurrent(span());
      current = true;
    }
  }

  void leave() {
    if (current) {
      current = false;
      Tracing.makeCurrent(before);
    }
  }
}
