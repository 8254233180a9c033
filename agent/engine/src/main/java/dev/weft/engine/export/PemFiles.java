// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.engine.config.OtlpSettings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The certificates and keys of one signal, read when the exporter is made. */
final class PemFiles {
  private final OtlpSettings settings;

  PemFiles(OtlpSettings settings) {
    this.settings = settings;
  }

  void trusted(Consumer<byte[]> use) {
    if (!settings.certificate().isEmpty()) {
      use.accept(read(settings.certificate()));
    }
  }

  void client(BiConsumer<byte[], byte[]> use) {
    if (!settings.clientKey().isEmpty() && !settings.clientCertificate().isEmpty()) {
      use.accept(read(settings.clientKey()), read(settings.clientCertificate()));
    }
  }

  private static byte[] read(String path) {
    try {
      return Files.readAllBytes(new File(path).toPath());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }
}
