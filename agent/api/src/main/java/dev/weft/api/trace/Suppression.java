// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

/** Which calls inside a client call are taken for a part of it, and not recorded again. */
public enum Suppression {
  /** Those of the same protocol, and HTTP requests that carry a remote call. */
  SEMCONV,
  /** All client calls. */
  SPAN_KIND,
  /** Only those that are the same call, seen at a lower level of the same library. */
  NONE;

  private static final int CLIENTS =
      Protocol.HTTP_CLIENT.bits() | Protocol.DB_CLIENT.bits() | Protocol.RPC_CLIENT.bits();

  int covered(Protocol protocol) {
    if (this == SPAN_KIND) {
      return CLIENTS;
    }
    boolean apart = this == NONE && protocol == Protocol.RPC_CLIENT_OVER_HTTP;
    return apart ? Protocol.RPC_CLIENT.bits() : protocol.bits();
  }
}
