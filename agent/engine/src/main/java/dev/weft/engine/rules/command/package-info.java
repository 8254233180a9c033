// SPDX-License-Identifier: Apache-2.0

/** Commands of the jar that tell, without an application, what rules would do. */
package dev.weft.engine.rules.command;
