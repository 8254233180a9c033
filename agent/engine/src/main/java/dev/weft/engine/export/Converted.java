// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Hands records to what takes the SDK's data.
 *
 * @param <T> what is recorded
 * @param <D> the SDK's data for it
 */
final class Converted<T, D> implements Exporter<T> {
  private final Function<T, D> conversion;
  private final Function<Collection<D>, CompletableResultCode> exporter;

  Converted(Function<T, D> conversion, Function<Collection<D>, CompletableResultCode> exporter) {
    this.conversion = conversion;
    this.exporter = exporter;
  }

  @Override
  public CompletableResultCode export(List<T> batch, Consumer<Throwable> lost) {
    List<D> data = new ArrayList<>(batch.size());
    for (T record : batch) {
      try {
        data.add(conversion.apply(record));
      } catch (Throwable thrown) {
        lost.accept(thrown);
      }
    }
    return exporter.apply(data);
  }
}
