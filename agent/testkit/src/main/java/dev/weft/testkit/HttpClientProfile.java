// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

/**
 * Where the clients that keep a {@link HttpClientContract} differ.
 *
 * @param scopeName instrumentation scope of the client's telemetry
 * @param schemaUrl schema of that scope, empty if none is sent
 * @param refused what the client throws when nobody listens
 * @param timedOut what the client throws when there is no answer in time
 * @param circularRedirectStatus status of the answer that is given after too many redirects
 */
public record HttpClientProfile(
    String scopeName,
    String schemaUrl,
    Class<? extends Throwable> refused,
    Class<? extends Throwable> timedOut,
    int circularRedirectStatus) {}
