// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers analysed SQL texts, because applications repeat theirs. Thread-safe; a hit takes no
 * lock and allocates nothing.
 */
public final class SqlTexts {
  private static final int CAPACITY = 1000;
  private static final int LONGEST_KEY = 10 * 1024;

  private final Map<SqlDialect, Map<String, SqlText>> byDialect = new EnumMap<>(SqlDialect.class);

  /** Creates an empty cache of at most 1000 texts of at most 10240 characters. */
  public SqlTexts() {
    for (SqlDialect dialect : SqlDialect.values()) {
      byDialect.put(dialect, new ConcurrentHashMap<>());
    }
  }

  /** Returns the analysis of the text, remembered or new. */
  public SqlText get(String sql, SqlDialect dialect) {
    if (sql.length() > LONGEST_KEY) {
      return SqlText.of(sql, dialect);
    }
    Map<String, SqlText> texts = texts(dialect);
    SqlText known = texts.get(sql);
    if (known != null) {
      return known;
    }
    SqlText analysed = SqlText.of(sql, dialect);
    add(texts, sql, analysed);
    return analysed;
  }

  int size() {
    int size = 0;
    for (Map<String, SqlText> texts : byDialect.values()) {
      size += texts.size();
    }
    return size;
  }

  private synchronized void add(Map<String, SqlText> texts, String sql, SqlText analysed) {
    if (size() >= CAPACITY) {
      forgetSome();
    }
    texts.put(sql, analysed);
  }

  /** A tenth at once, so that a stream of ever new texts rarely walks the maps. */
  private void forgetSome() {
    for (Map<String, SqlText> texts : byDialect.values()) {
      Iterator<String> keys = texts.keySet().iterator();
      for (int left = (texts.size() + 9) / 10; left > 0 && keys.hasNext(); left--) {
        keys.next();
        keys.remove();
      }
    }
  }

  private Map<String, SqlText> texts(SqlDialect dialect) {
    Map<String, SqlText> texts = byDialect.get(dialect);
    if (texts == null) {
      throw new IllegalStateException("no texts of " + dialect);
    }
    return texts;
  }
}
