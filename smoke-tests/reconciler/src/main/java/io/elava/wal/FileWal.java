// SPDX-License-Identifier: Apache-2.0
package io.elava.wal;

import io.elava.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Appends entries to a file, one JSON object per line; safe for use by several threads. */
public final class FileWal implements Wal {
  private final FileChannel channel;

  /** Opens or creates the file. */
  public FileWal(Path path) {
    try {
      channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void append(WalEntry entry) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("at", entry.at());
    line.put("type", entry.type());
    line.put("scan", entry.scanId());
    line.put("data", entry.data());
    ByteBuffer bytes = ByteBuffer.wrap((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
