// SPDX-License-Identifier: Apache-2.0
/** What an agent costs before the first request. */
@NullMarked
package dev.weft.benchmarks.start;

import org.jspecify.annotations.NullMarked;
