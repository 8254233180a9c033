// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

/** What the next words of a statement mean to its summary; one for each open parenthesis. */
enum SqlPlace {
  /** An operation may begin. */
  START,
  /** Only a query may begin. */
  EXPRESSION,
  /** Nothing of interest until the next statement. */
  SILENCE,
  SELECT_LIST,
  /** A table or a sub-query comes next. */
  SOURCE,
  AFTER_SOURCE,
  JOIN_CONDITION,
  /** Of {@code DELETE … FROM}. */
  BEFORE_FROM,
  /** Of {@code INSERT … INTO}. */
  BEFORE_INTO,
  /** What the operation changes or calls comes next. */
  TARGET,
  /** Of {@code CALL NEXT VALUE FOR}. */
  SEQUENCE,
  /** After {@code CREATE}, {@code ALTER} and {@code DROP}. */
  OBJECT_KIND,
  TRANSACTION,
  CTE_NAME,
  CTE_COLUMNS,
  CTE_BODY,
  AFTER_CTE
}
