// SPDX-License-Identifier: Apache-2.0
/** What the costs are made of that are left. */
@NullMarked
package dev.weft.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
