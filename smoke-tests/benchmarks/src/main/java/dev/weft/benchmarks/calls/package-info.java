// SPDX-License-Identifier: Apache-2.0
/** Single calls, by JMH. */
@NullMarked
package dev.weft.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
