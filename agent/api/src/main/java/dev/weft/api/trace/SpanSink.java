// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

/**
 * Where ended spans go: the narrow line between recording and exporting. Called on the
 * application's threads, so implementations neither block nor throw.
 */
public interface SpanSink {
  /** Takes an ended span, or counts it as dropped. */
  void ended(Span span);
}
