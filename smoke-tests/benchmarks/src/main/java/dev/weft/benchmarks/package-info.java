// SPDX-License-Identifier: Apache-2.0
/** What Weft costs, measured beside no agent, an empty agent and the OpenTelemetry Java agent. */
@NullMarked
package dev.weft.benchmarks;

import org.jspecify.annotations.NullMarked;
