// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import java.util.Map;

/**
 * A request of the application as it reached a server that no agent watches.
 *
 * @param name method and path, or what the server calls it
 * @param headers by name in lower case
 */
record Call(String name, Map<String, String> headers) {}
