// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where the records of one kind go, batch by batch.
 *
 * @param <T> what is recorded
 */
interface Exporter<T> {
  /**
   * Sends a batch, and does not keep the list.
   *
   * @param lost told why one of the records cannot be sent; the others are
   */
  CompletableResultCode export(List<T> batch, Consumer<Throwable> lost);
}
