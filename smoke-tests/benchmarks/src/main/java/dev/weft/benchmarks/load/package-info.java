// SPDX-License-Identifier: Apache-2.0
/** Steady state: what a request costs, what stays afterwards, and what of it is delivered. */
@NullMarked
package dev.weft.benchmarks.load;

import org.jspecify.annotations.NullMarked;
