// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave.sample;

import dev.weft.api.OptionalReferences;
import io.opentelemetry.api.trace.SpanId;

/** Uses what only some versions have. */
@OptionalReferences
final class OptionalPart {
  private OptionalPart() {}

  static int note() {
    return SpanId.getLength();
  }
}
