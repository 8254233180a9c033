// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import dev.weft.testkit.RecordedTelemetry;
import java.util.List;
import java.util.Map;

/**
 * What came out of one run of an application.
 *
 * @param telemetry everything that was exported, up to the end of the process
 * @param calls the requests that the application sent, in order of arrival
 * @param stdout lines
 * @param stderr lines
 * @param ports the ports of this run, by number: what they are called in each run
 * @param terminatedNanos when it was told to end, in nanoseconds since the epoch: what is logged
 *     while a JVM shuts down may come too late for either agent
 */
record Observed(
    RecordedTelemetry telemetry,
    List<Call> calls,
    List<String> stdout,
    List<String> stderr,
    Map<Long, String> ports,
    long terminatedNanos) {}
