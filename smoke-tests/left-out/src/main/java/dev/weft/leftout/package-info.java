// SPDX-License-Identifier: Apache-2.0
/** What a build has not tested, and why. */
@NullMarked
package dev.weft.leftout;

import org.jspecify.annotations.NullMarked;
