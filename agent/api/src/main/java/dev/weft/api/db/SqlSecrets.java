// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Recognises where an unquoted password may begin: all that follows is to be masked. */
final class SqlSecrets {
  private static final Set<String> STATEMENTS =
      set("ALTER CREATE CONNECT VALIDATE CHECK EXPORT IMPORT RECOVER BACKUP RESTORE SET");
  // of these, a column or a parameter may well be called "password"
  private static final Set<String> OBJECTS_WITH_COLUMNS =
      set(
          "TABLE INDEX VIEW PROCEDURE FUNCTION TRIGGER TYPE SEQUENCE UNIQUE OR TEMP TEMPORARY"
              + " GLOBAL LOCAL MATERIALIZED CLUSTERED NONCLUSTERED COLUMN ROW UNLOGGED EXTERNAL"
              + " VIRTUAL STATISTICS POLICY RULE DOMAIN SCHEMA EVENT PACKAGE SYNONYM");

  private int words;
  private boolean suspicious;
  private String first = "";
  private SqlKeyword previous = SqlKeyword.NONE;

  void semicolon() {
    words = 0;
    previous = SqlKeyword.NONE;
  }

  /** A literal may stand for a name. */
  void value() {
    if (words > 0) {
      words++;
      previous = SqlKeyword.NONE;
    }
  }

  /** Takes the next word and returns whether a password may follow it. */
  boolean beginsAfter(String sql, int from, int to, SqlKeyword keyword) {
    boolean begins =
        (keyword == SqlKeyword.BY && previous == SqlKeyword.IDENTIFIED)
            || (keyword == SqlKeyword.PASSWORD && suspicious && words > 0 && !isName());
    if (words == 0) {
      first = sql.substring(from, to).toUpperCase(Locale.ROOT);
      suspicious = STATEMENTS.contains(first);
    } else if (words == 1 && isDefinition()) {
      String object = sql.substring(from, to).toUpperCase(Locale.ROOT);
      suspicious = !OBJECTS_WITH_COLUMNS.contains(object);
    }
    if (keyword != SqlKeyword.EXPLAIN || words > 0) {
      words++;
    }
    previous = keyword;
    return begins;
  }

  /** {@code CREATE USER password …} */
  private boolean isName() {
    return isDefinition() && (words <= 2 || previous == SqlKeyword.EXISTS);
  }

  private boolean isDefinition() {
    return first.equals("CREATE") || first.equals("ALTER");
  }

  private static Set<String> set(String words) {
    return new HashSet<>(Arrays.asList(words.split(" ")));
  }
}
