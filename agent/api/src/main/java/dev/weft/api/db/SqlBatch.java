// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is told of statements that run at once, gathered as they are added: each different text
 * once, up to a length, and what they have in common.
 */
final class SqlBatch {
  private Set<String> texts = Collections.emptySet();
  private final Common summaries = new Common();
  private final Common procedures = new Common();
  private int length;
  private long size;

  /** Counts one more run of a prepared text. */
  void add() {
    size++;
  }

  void add(SqlText analysed, String shown) {
    size++;
    summaries.add(analysed.summary());
    procedures.add(analysed.storedProcedure());
    if (texts.isEmpty()) {
      texts = new LinkedHashSet<>();
    }
    if (length < SqlText.MAX_LENGTH && texts.add(shown)) {
      length += shown.length() + 2;
    }
  }

  long size() {
    return size;
  }

  boolean hasTexts() {
    return !texts.isEmpty();
  }

  DbStatement describe(JdbcUrl database) {
    String text = texts.isEmpty() ? null : String.join("; ", texts);
    String summary = summaries.value();
    if (size != 1) {
      summary = summary == null ? "BATCH" : "BATCH " + summary;
    }
    return DbStatement.of(database, text, summary, null, null, procedures.value());
  }

  /** The value that all statements share which have any. */
  private static final class Common {
    private @Nullable String value;
    private boolean several;

    void add(@Nullable String another) {
      if (another == null || several) {
        return;
      }
      several = value != null && !value.equals(another);
      value = several ? null : another;
    }

    @Nullable String value() {
      return value;
    }
  }
}
