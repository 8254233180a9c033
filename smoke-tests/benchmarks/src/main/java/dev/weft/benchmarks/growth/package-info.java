// SPDX-License-Identifier: Apache-2.0
/** What an agent costs the more there is of something. */
@NullMarked
package dev.weft.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
