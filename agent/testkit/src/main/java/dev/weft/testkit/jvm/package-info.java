// SPDX-License-Identifier: Apache-2.0
/** Processes of their own for tests: JVMs with the shipped jar, and what they print and load. */
@NullMarked
package dev.weft.testkit.jvm;

import org.jspecify.annotations.NullMarked;
