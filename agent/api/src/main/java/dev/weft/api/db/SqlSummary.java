// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import java.util.Arrays;

/**
 * Follows the words of an SQL text and notes which operations it applies to which targets. It knows
 * where tables are named, not the grammar: what it does not understand adds nothing.
 */
final class SqlSummary {
  private enum TargetKind {
    TABLE,
    PROCEDURE,
    OTHER
  }

  private final String sql;
  private final SqlFindings findings;
  private final SqlCommonTables commonTables;

  private SqlPlace place = SqlPlace.START;
  private SqlPlace[] outer = new SqlPlace[8];
  private int depth;
  private SqlPlace afterTarget = SqlPlace.EXPRESSION;
  private SqlPlace afterCte = SqlPlace.START;
  private TargetKind targetKind = TargetKind.TABLE;
  private int objectWords;
  private boolean firstWord = true;
  private boolean afterOpen;
  private SqlKeyword previous = SqlKeyword.NONE;
  private SqlKeyword beforePrevious = SqlKeyword.NONE;

  SqlSummary(String sql, SqlFindings findings) {
    this.sql = sql;
    this.findings = findings;
    this.commonTables = new SqlCommonTables(sql);
  }

  /** A word or a name, quoted or not. */
  void word(SqlKeyword keyword, int from, int to) {
    if (keyword == SqlKeyword.SELECT && mayBeginQuery()) {
      begin(keyword, from, to, SqlPlace.SELECT_LIST);
    } else if (keyword == SqlKeyword.WITH && mayBeginCte()) {
      afterCte = place;
      place = SqlPlace.CTE_NAME;
    } else {
      wordInPlace(keyword, from, to);
    }
    beforePrevious = previous;
    previous = keyword;
    firstWord = false;
    afterOpen = false;
  }

  /** A double-quoted text that may be a name or a literal. */
  void quoted(int from, int to) {
    boolean name =
        place == SqlPlace.SOURCE || place == SqlPlace.TARGET || place == SqlPlace.CTE_NAME;
    if (name) {
      word(SqlKeyword.NONE, from, to);
    } else {
      value();
    }
  }

  /** A literal or a parameter. */
  void value() {
    if (place == SqlPlace.SOURCE) {
      place = SqlPlace.AFTER_SOURCE;
    } else if (place == SqlPlace.TARGET) {
      place = afterTarget;
    }
    afterOpen = false;
  }

  void symbol(char c) {
    afterOpen = false;
    switch (c) {
      case '(':
        open();
        break;
      case ')':
        close();
        break;
      case ',':
        comma();
        break;
      case ';':
        endStatement();
        break;
      default:
    }
  }

  private void open() {
    if (place == SqlPlace.CTE_NAME) {
      place = afterCte; // a table hint: WITH (NOLOCK)
    }
    if (place == SqlPlace.CTE_BODY) {
      push(SqlPlace.AFTER_CTE, SqlPlace.EXPRESSION);
    } else if (place == SqlPlace.TARGET) {
      push(afterTarget, afterTarget == SqlPlace.SILENCE ? SqlPlace.SILENCE : SqlPlace.EXPRESSION);
    } else if (place == SqlPlace.SOURCE || place == SqlPlace.SILENCE) {
      push(place, place);
    } else {
      push(place, SqlPlace.EXPRESSION);
    }
    afterOpen = true;
  }

  private void push(SqlPlace outside, SqlPlace inside) {
    if (depth == outer.length) {
      outer = Arrays.copyOf(outer, depth * 2);
    }
    outer[depth++] = outside;
    place = inside;
  }

  private void close() {
    if (depth > 0) {
      place = outer[--depth];
      if (place == SqlPlace.SOURCE) {
        place = SqlPlace.AFTER_SOURCE;
      }
    }
  }

  private void comma() {
    if (place == SqlPlace.AFTER_SOURCE || place == SqlPlace.JOIN_CONDITION) {
      place = SqlPlace.SOURCE;
    } else if (place == SqlPlace.AFTER_CTE) {
      place = SqlPlace.CTE_NAME;
    }
  }

  private void endStatement() {
    depth = 0;
    place = SqlPlace.START;
    firstWord = true;
    commonTables.clear();
    findings.newStatement();
  }

  private boolean mayBeginQuery() {
    return place != SqlPlace.SILENCE && place != SqlPlace.TRANSACTION;
  }

  private boolean mayBeginCte() {
    return place == SqlPlace.START
        || place == SqlPlace.BEFORE_INTO
        || (afterOpen && (place == SqlPlace.EXPRESSION || place == SqlPlace.SOURCE));
  }

  private void wordInPlace(SqlKeyword keyword, int from, int to) {
    switch (place) {
      case START:
      case AFTER_CTE:
        operation(keyword, from, to);
        break;
      case EXPRESSION:
        if (keyword == SqlKeyword.FROM && afterOpen) {
          place = SqlPlace.SOURCE;
        }
        break;
      case SELECT_LIST:
        if (keyword == SqlKeyword.FROM && !isDistinctFrom()) {
          place = SqlPlace.SOURCE;
        }
        break;
      case SOURCE:
        source(keyword, from, to);
        break;
      case AFTER_SOURCE:
      case JOIN_CONDITION:
        afterSource(keyword);
        break;
      case BEFORE_FROM:
        place = keyword == SqlKeyword.FROM ? SqlPlace.TARGET : place;
        break;
      case BEFORE_INTO:
        place = keyword == SqlKeyword.INTO ? SqlPlace.TARGET : place;
        break;
      default:
        wordInSpecialPlace(keyword, from, to);
    }
  }

  private void wordInSpecialPlace(SqlKeyword keyword, int from, int to) {
    switch (place) {
      case TARGET:
        target(keyword, from, to);
        break;
      case SEQUENCE:
        place = keyword == SqlKeyword.FOR ? SqlPlace.TARGET : place;
        break;
      case OBJECT_KIND:
        objectKind(keyword, from, to);
        break;
      case TRANSACTION:
        if (keyword == SqlKeyword.TRANSACTION) {
          findings.objectKind(keyword, from, to, false);
        }
        place = SqlPlace.SILENCE;
        break;
      case CTE_NAME:
        if (keyword != SqlKeyword.RECURSIVE) {
          commonTables.add(from, to);
          place = SqlPlace.CTE_COLUMNS;
        }
        break;
      case CTE_COLUMNS:
        place = keyword == SqlKeyword.AS ? SqlPlace.CTE_BODY : place;
        break;
      default:
    }
  }

  private void operation(SqlKeyword keyword, int from, int to) {
    switch (keyword) {
      case FROM:
        hql(from);
        break;
      case INSERT:
        begin(keyword, from, to, SqlPlace.BEFORE_INTO);
        expect(TargetKind.TABLE, SqlPlace.BEFORE_INTO);
        break;
      case DELETE:
        begin(keyword, from, to, SqlPlace.BEFORE_FROM);
        expect(TargetKind.TABLE, SqlPlace.EXPRESSION);
        break;
      case UPDATE:
        begin(keyword, from, to, SqlPlace.TARGET);
        expect(TargetKind.TABLE, SqlPlace.EXPRESSION);
        break;
      case MERGE:
      case REPLACE:
      case TRUNCATE:
      case LOCK:
        begin(keyword, from, to, SqlPlace.TARGET);
        expect(TargetKind.TABLE, SqlPlace.SILENCE);
        break;
      case CALL:
      case EXEC:
      case EXECUTE:
        begin(keyword, from, to, SqlPlace.TARGET);
        expect(TargetKind.PROCEDURE, SqlPlace.SILENCE);
        break;
      default:
        otherOperation(keyword, from, to);
    }
  }

  private void otherOperation(SqlKeyword keyword, int from, int to) {
    switch (keyword) {
      case CREATE:
      case ALTER:
      case DROP:
        begin(keyword, from, to, SqlPlace.OBJECT_KIND);
        objectWords = 0;
        break;
      case USE:
        begin(keyword, from, to, SqlPlace.TARGET);
        expect(TargetKind.OTHER, SqlPlace.SILENCE);
        break;
      case BEGIN:
      case COMMIT:
      case ROLLBACK:
        begin(keyword, from, to, SqlPlace.TRANSACTION);
        break;
      case GRANT:
      case REVOKE:
      case SHOW:
      case VALUES:
        begin(keyword, from, to, SqlPlace.SILENCE);
        break;
      case EXPLAIN:
        begin(keyword, from, to, SqlPlace.START);
        break;
      default:
    }
  }

  private void begin(SqlKeyword keyword, int from, int to, SqlPlace next) {
    findings.operation(keyword, from, to);
    place = next;
  }

  private void expect(TargetKind kind, SqlPlace after) {
    targetKind = kind;
    afterTarget = after;
  }

  private void hql(int from) {
    if (firstWord) {
      findings.impliedSelect(Character.isUpperCase(sql.charAt(from)));
      place = SqlPlace.SOURCE;
    }
  }

  /** {@code a IS DISTINCT FROM b} compares. */
  private boolean isDistinctFrom() {
    return previous == SqlKeyword.DISTINCT
        && (beforePrevious == SqlKeyword.IS || beforePrevious == SqlKeyword.NOT);
  }

  private void source(SqlKeyword keyword, int from, int to) {
    if (keyword == SqlKeyword.LATERAL || keyword == SqlKeyword.ONLY) {
      return;
    }
    if (keyword == SqlKeyword.VALUES && afterOpen) {
      place = SqlPlace.EXPRESSION;
      return;
    }
    place = SqlPlace.AFTER_SOURCE;
    if (!commonTables.contains(from, to)) {
      findings.table(from, to);
    }
  }

  private void afterSource(SqlKeyword keyword) {
    if (keyword == SqlKeyword.JOIN || keyword == SqlKeyword.APPLY) {
      place = SqlPlace.SOURCE;
    } else if (keyword == SqlKeyword.ON || keyword == SqlKeyword.USING) {
      place = SqlPlace.JOIN_CONDITION;
    } else if (keyword.endsSources()) {
      place = SqlPlace.EXPRESSION;
    }
  }

  private void target(SqlKeyword keyword, int from, int to) {
    switch (keyword) {
      case INTO:
      case ONLY:
      case IF:
      case NOT:
      case EXISTS:
      case CONCURRENTLY:
        return;
      case ON:
        place = afterTarget; // CREATE INDEX without a name
        return;
      case TABLE:
      case TABLES:
        if (previous == SqlKeyword.TRUNCATE || previous == SqlKeyword.LOCK) {
          findings.objectKind(keyword, from, to, previous == SqlKeyword.TRUNCATE);
          return;
        }
        break;
      default:
    }
    if (targetKind == TargetKind.PROCEDURE && isNextValue(from, to)) {
      targetKind = TargetKind.OTHER;
      place = SqlPlace.SEQUENCE;
      return;
    }
    addTarget(from, to);
    place = afterTarget;
  }

  private void addTarget(int from, int to) {
    if (targetKind == TargetKind.TABLE) {
      findings.table(from, to);
    } else if (targetKind == TargetKind.PROCEDURE) {
      findings.procedure(from, to);
    } else {
      findings.otherTarget(from, to);
    }
  }

  /** {@code CALL NEXT VALUE FOR sequence} calls no procedure. */
  private boolean isNextValue(int from, int to) {
    if (to - from != 4 || !sql.regionMatches(true, from, "NEXT", 0, 4)) {
      return false;
    }
    int value = to;
    while (value < sql.length() && SqlScan.isSpace(sql.charAt(value))) {
      value++;
    }
    return sql.regionMatches(true, value, "VALUE", 0, 5);
  }

  private void objectKind(SqlKeyword keyword, int from, int to) {
    boolean orReplace = keyword == SqlKeyword.OR || previous == SqlKeyword.OR;
    if (orReplace && objectWords == 0) {
      return;
    }
    boolean named = objectWords++ == 0;
    boolean known = keyword.isNamedObject();
    if (named || known) {
      findings.objectKind(keyword, from, to, known);
    }
    if (known) {
      place = named ? SqlPlace.TARGET : SqlPlace.EXPRESSION;
      boolean table = keyword == SqlKeyword.TABLE;
      expect(table ? TargetKind.TABLE : TargetKind.OTHER, SqlPlace.EXPRESSION);
    } else if (objectWords == 3) {
      place = SqlPlace.EXPRESSION;
    }
  }
}
