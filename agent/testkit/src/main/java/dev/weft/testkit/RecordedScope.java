// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

/**
 * The instrumentation scope that something was recorded under.
 *
 * @param name scope name, such as {@code io.opentelemetry.jdbc}
 * @param version scope version, empty if none was sent
 * @param schemaUrl schema of the scope's telemetry, empty if none was sent
 */
public record RecordedScope(String name, String version, String schemaUrl) {}
