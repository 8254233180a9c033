// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.otlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a batch as OTLP's ExportTraceServiceRequest or ExportLogsServiceRequest, which have the
 * same fields: one resource, in it the scopes in the order in which they come, in those the
 * records. Used by one thread.
 *
 * @param <T> what is recorded
 */
final class RequestEncoder<T> {
  private static final int OF_RESOURCE = 1;

  private static final int RESOURCE = 1;
  private static final int OF_SCOPE = 2;

  private static final int SCOPE = 1;
  private static final int RECORDS = 2;
  private static final int SCHEMA_URL = 3;

  private static final int NAME = 1;
  private static final int VERSION = 2;

  /** How many bytes a length of 16 kB to 2 MB takes, and one of 128 B to 16 kB. */
  private static final int OF_BATCH = 3;

  private static final int OF_RECORD = 2;

  /** Loggers can be any number. */
  private static final int REMEMBERED = 1024;

  private final byte[] resource;
  private final RecordEncoder<T> encoder;
  private final Map<String, Scoped<T>> byScope = new HashMap<>();
  private final List<Scoped<T>> scopes = new ArrayList<>();

  /**
   * Creates it.
   *
   * @param resource encoded
   */
  RequestEncoder(byte[] resource, RecordEncoder<T> encoder) {
    this.resource = resource;
    this.encoder = encoder;
  }

  /**
   * Writes a batch.
   *
   * @param lost told why one of the records cannot be written; the others are
   * @return how many were written
   */
  int write(List<T> batch, ProtoBuffer out, Consumer<Throwable> lost) {
    try {
      group(batch);
      int ofResource = out.begin(OF_RESOURCE, OF_BATCH);
      int start = out.begin(RESOURCE, ProtoBuffer.width(resource.length));
      out.raw(resource);
      out.end(start, ProtoBuffer.width(resource.length));
      int written = 0;
      for (int i = 0; i < scopes.size(); i++) {
        written += scope(scopes.get(i), out, lost);
      }
      out.end(ofResource, OF_BATCH);
      return written;
    } finally {
      forget();
    }
  }

  private void group(List<T> batch) {
    for (int i = 0; i < batch.size(); i++) {
      T record = batch.get(i);
      String name = encoder.scope(record);
      Scoped<T> scope = byScope.get(name);
      if (scope == null) {
        scope = new Scoped<>(name, encoder.schemaUrl(record));
        byScope.put(name, scope);
      }
      if (scope.records.isEmpty()) {
        scopes.add(scope);
      }
      scope.records.add(record);
    }
  }

  private int scope(Scoped<T> scope, ProtoBuffer out, Consumer<Throwable> lost) {
    int before = out.size();
    int ofScope = out.begin(OF_SCOPE, OF_BATCH);
    int start = out.begin(SCOPE, 1);
    out.optionalText(NAME, scope.name);
    out.optionalText(VERSION, encoder.version());
    out.end(start, 1);
    int written = 0;
    for (int i = 0; i < scope.records.size(); i++) {
      if (record(scope.records.get(i), out, lost)) {
        written++;
      }
    }
    out.optionalText(SCHEMA_URL, scope.schemaUrl);
    out.end(ofScope, OF_BATCH);
    if (written == 0) {
      out.size(before);
    }
    return written;
  }

  private boolean record(T record, ProtoBuffer out, Consumer<Throwable> lost) {
    int before = out.size();
    try {
      int start = out.begin(RECORDS, OF_RECORD);
      encoder.write(record, out);
      out.end(start, OF_RECORD);
      return true;
    } catch (Throwable thrown) {
      out.size(before);
      lost.accept(thrown);
      return false;
    }
  }

  private void forget() {
    for (int i = 0; i < scopes.size(); i++) {
      scopes.get(i).records.clear();
    }
    scopes.clear();
    if (byScope.size() > REMEMBERED) {
      byScope.clear();
    }
  }

  /** Those records of a batch that are of one scope. */
  private static final class Scoped<T> {
    final String name;
    final @Nullable String schemaUrl;
    final List<T> records = new ArrayList<>();

    Scoped(String name, @Nullable String schemaUrl) {
      this.name = name;
      this.schemaUrl = schemaUrl;
    }
  }
}
