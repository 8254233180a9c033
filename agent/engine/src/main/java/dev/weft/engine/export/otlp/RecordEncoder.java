// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.otlp;

import org.jspecify.annotations.Nullable;

/**
 * Writes one kind of record as OTLP has it; used by one thread.
 *
 * @param <T> what is recorded
 */
interface RecordEncoder<T> {
  /** Returns the name of what recorded it. */
  String scope(T record);

  /** Returns the schema of what recorded it, or null. */
  @Nullable String schemaUrl(T record);

  /** Returns the version of all that recorded, or null. */
  @Nullable String version();

  /** Writes the fields of a record. */
  void write(T record, ProtoBuffer out);
}
