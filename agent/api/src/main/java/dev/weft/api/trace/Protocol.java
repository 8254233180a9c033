// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

/**
 * What a span is about, for suppressing nested calls: a call that is made inside one of the same
 * protocol and direction is the same call, seen at a lower level of the library.
 */
public enum Protocol {
  HTTP_CLIENT(1),
  HTTP_SERVER(2),
  DB_CLIENT(4),
  RPC_CLIENT(8),
  /** A remote procedure call of which the HTTP request is a part. */
  RPC_CLIENT_OVER_HTTP(8 | 1),
  RPC_SERVER(16);

  private final int bits;

  Protocol(int bits) {
    this.bits = bits;
  }

  int bits() {
    return bits;
  }
}
