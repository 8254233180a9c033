// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

/** What users may set about database telemetry; installed by the engine. */
public final class DbSettings {
  private static volatile boolean sanitizing = true;

  private DbSettings() {}

  /** Sets whether literals are taken out of query texts; called before anything is woven. */
  public static void install(boolean sanitizeQueries) {
    sanitizing = sanitizeQueries;
  }

  /** Returns whether literals are taken out of query texts. */
  public static boolean sanitizing() {
    return sanitizing;
  }
}
