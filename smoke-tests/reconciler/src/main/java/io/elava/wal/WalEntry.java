// SPDX-License-Identifier: Apache-2.0
package io.elava.wal;

import java.time.Instant;
import java.util.Map;

/** One entry of the write-ahead log. */
public record WalEntry(Instant at, String type, String scanId, Map<String, String> data) {}
