// SPDX-License-Identifier: Apache-2.0

/** Finds the methods that telemetry rules are about, weaves them, and follows changed rules. */
package dev.weft.engine.rules.weave;
