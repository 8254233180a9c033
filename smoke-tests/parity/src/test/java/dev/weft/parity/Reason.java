// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import java.util.List;

/**
 * Why some things differ.
 *
 * @param title for the page
 * @param why for the page, so that a user would agree
 * @param differences what the reason is about
 */
record Reason(String title, String why, List<ListedDifference> differences) {}
