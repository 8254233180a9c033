// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SqlTextsTest {
  private final SqlTexts texts = new SqlTexts();

  @Test
  void get_sameText_isAnalysedOnce() {
    SqlText first = texts.get("SELECT 1", SqlDialect.STANDARD);

    SqlText second = texts.get("SELECT 1", SqlDialect.STANDARD);

    assertThat(second).isSameAs(first);
  }

  @Test
  void get_otherDialect_isAnalysedAnew() {
    String sql = "SELECT \"a\"";

    String names = texts.get(sql, SqlDialect.STANDARD).sanitized();
    String literals = texts.get(sql, SqlDialect.MYSQL).sanitized();

    assertThat(names).isEqualTo(sql);
    assertThat(literals).isEqualTo("SELECT ?");
  }

  @Test
  void get_longText_isNotKept() {
    String kept = "a".repeat(10 * 1024);

    texts.get(kept, SqlDialect.STANDARD);
    texts.get(kept + "a", SqlDialect.STANDARD);

    assertThat(texts.size()).isEqualTo(1);
  }

  @Test
  void get_manyTexts_staysBounded() {
    for (SqlDialect dialect : SqlDialect.values()) {
      for (int i = 0; i < 800; i++) {
        texts.get("SELECT * FROM t" + i, dialect);
      }
    }

    int size = texts.size();

    assertThat(size).isBetween(500, 1000);
  }

  @Test
  void get_manyThreads_staysBoundedAndRight() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(4);

    for (int t = 0; t < 4; t++) {
      threads.execute(
          () -> {
            for (int i = 0; i < 3000; i++) {
              SqlText text = texts.get("SELECT * FROM t" + i, SqlDialect.STANDARD);
              assertThat(text.collection()).isEqualTo("t" + i);
            }
          });
    }
    threads.shutdown();

    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(texts.size()).isLessThanOrEqualTo(1000);
  }
}
