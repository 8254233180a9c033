// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.engine.config.OtlpSettings;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The certificates and keys of one signal, read when the exporter is made. Where they are of no
 * use, what is thrown names the file.
 */
final class PemFiles {
  private static final String KEY = "OTEL_EXPORTER_OTLP_CLIENT_KEY";

  private final OtlpSettings settings;

  PemFiles(OtlpSettings settings) {
    this.settings = settings;
  }

  void trusted(Consumer<byte[]> use) {
    if (!settings.certificate().isEmpty()) {
      use.accept(certificates(settings.certificate()));
    }
  }

  void client(BiConsumer<byte[], byte[]> use) {
    String key = settings.clientKey();
    String certificate = settings.clientCertificate();
    if (key.isEmpty() && certificate.isEmpty()) {
      return;
    }
    if (key.isEmpty()) {
      throw new IllegalArgumentException(certificate + " needs " + KEY);
    }
    if (certificate.isEmpty()) {
      throw new IllegalArgumentException(KEY + " needs OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE");
    }
    byte[] chain = certificates(certificate);
    byte[] content = read(key, "the file of " + KEY);
    try {
      use.accept(content, chain);
    } catch (RuntimeException malformed) {
      throw new IllegalArgumentException("no PKCS #8 private key in " + key, malformed);
    }
  }

  /** Looks at them first: without any, each connection would fail, and name no file. */
  private static byte[] certificates(String path) {
    byte[] content = read(path, path);
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      if (!factory.generateCertificates(new ByteArrayInputStream(content)).isEmpty()) {
        return content;
      }
    } catch (CertificateException malformed) {
      throw new IllegalArgumentException("no certificate in " + path, malformed);
    }
    throw new IllegalArgumentException("no certificate in " + path);
  }

  /** What is no readable file may be, where a key is asked for, the key itself: not shown. */
  private static byte[] read(String path, String shown) {
    try {
      return Files.readAllBytes(new File(path).toPath());
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException(
          "cannot read " + shown + " (" + e.getClass().getSimpleName() + ")", e);
    }
  }
}
