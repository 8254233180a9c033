// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

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

  private static final Map<String, SqlKeyword> BY_NAME = new HashMap<>();
  private static final int LONGEST = 12;

  static {
    for (SqlKeyword keyword : values()) {
      if (keyword != NONE) {
        BY_NAME.put(keyword.name(), keyword);
      }
    }
  }

  static SqlKeyword of(String word) {
    if (word.length() > LONGEST) {
      return NONE;
    }
    SqlKeyword keyword = BY_NAME.get(word.toUpperCase(Locale.ROOT));
    return keyword == null ? NONE : keyword;
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
