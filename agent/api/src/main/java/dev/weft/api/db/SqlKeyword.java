// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import org.jspecify.annotations.Nullable;

/** The words that tell what a statement does to what. */
enum SqlKeyword {
  /** Any other word, and every quoted or qualified name. */
  NONE,
  ALTER,
  APPLY,
  AS,
  BEGIN,
  BY,
  CALL,
  CONCURRENTLY,
  COMMIT,
  CONNECT,
  CREATE,
  DATABASE,
  DELETE,
  DISTINCT,
  DROP,
  EXCEPT,
  EXEC,
  EXECUTE,
  EXISTS,
  EXPLAIN,
  FETCH,
  FOR,
  FROM,
  GRANT,
  GROUP,
  HAVING,
  IDENTIFIED,
  IF,
  IN,
  INDEX,
  INSERT,
  INTERSECT,
  INTO,
  IS,
  JOIN,
  LATERAL,
  LIMIT,
  LOCK,
  MERGE,
  MINUS,
  NOT,
  OFFSET,
  ON,
  ONLY,
  OR,
  ORDER,
  PASSWORD,
  PROCEDURE,
  RECURSIVE,
  REPLACE,
  RETURNING,
  REVOKE,
  ROLLBACK,
  SELECT,
  SET,
  SHOW,
  TABLE,
  TABLES,
  TRANSACTION,
  TRUNCATE,
  UNION,
  UPDATE,
  USE,
  USER,
  USING,
  VALUES,
  VIEW,
  WHERE,
  WINDOW,
  WITH;

  /** A hash table: much larger than needed, so that a word that is none finds a gap at once. */
  private static final @Nullable SqlKeyword[] BY_HASH = new SqlKeyword[512];

  private static final int LONGEST = 12;

  static {
    for (SqlKeyword keyword : values()) {
      if (keyword != NONE) {
        int at = hash(keyword.name(), 0, keyword.name().length());
        while (BY_HASH[at] != null) {
          at = next(at);
        }
        BY_HASH[at] = keyword;
      }
    }
  }

  /** Returns which one a part of a text is, in whatever case. */
  static SqlKeyword of(String sql, int from, int to) {
    int length = to - from;
    if (length > LONGEST) {
      return NONE;
    }
    for (int at = hash(sql, from, to); ; at = next(at)) {
      SqlKeyword keyword = BY_HASH[at];
      if (keyword == null) {
        return NONE;
      }
      String name = keyword.name();
      if (name.length() == length && sql.regionMatches(true, from, name, 0, length)) {
        return keyword;
      }
    }
  }

  /** The same for letters of either case. */
  private static int hash(String text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + (text.charAt(i) | 0x20);
    }
    return (hash ^ (hash >>> 9)) & (BY_HASH.length - 1);
  }

  private static int next(int at) {
    return (at + 1) & (BY_HASH.length - 1);
  }

  /** Whether {@code CREATE} and its like are summarised with the name of the object. */
  boolean isNamedObject() {
    switch (this) {
      case DATABASE:
      case INDEX:
      case PROCEDURE:
      case TABLE:
      case USER:
      case VIEW:
        return true;
      default:
        return false;
    }
  }

  /** Whether no further table is named after this word, unless in a sub-query. */
  boolean endsSources() {
    switch (this) {
      case CONNECT:
      case EXCEPT:
      case FETCH:
      case FOR:
      case GROUP:
      case HAVING:
      case INTERSECT:
      case LIMIT:
      case MINUS:
      case OFFSET:
      case ORDER:
      case RETURNING:
      case SET:
      case UNION:
      case WHERE:
      case WINDOW:
        return true;
      default:
        return false;
    }
  }
}
