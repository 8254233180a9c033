// SPDX-License-Identifier: Apache-2.0
/** What calls are made to: nothing happens there. */
@NullMarked
package dev.weft.benchmarks.stub;

import org.jspecify.annotations.NullMarked;
