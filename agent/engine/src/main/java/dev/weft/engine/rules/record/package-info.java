// SPDX-License-Identifier: Apache-2.0

/**
 * Records what rules say of a call: bound once for each method ({@code BoundRule}), worked out for
 * each call ({@code RuleCall}).
 */
package dev.weft.engine.rules.record;
