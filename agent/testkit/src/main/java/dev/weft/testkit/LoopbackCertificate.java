// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * A self-signed certificate for {@code localhost} and {@code 127.0.0.1}, made with the JDK's
 * keytool once per JVM and never kept on disk. Immutable.
 */
public final class LoopbackCertificate {
  private static final String PASSWORD = "loopback";
  private static final long KEYTOOL_SECONDS = 30;

  private final SSLContext serverContext;
  private final SSLContext clientContext;
  private final X509TrustManager trustManager;

  private LoopbackCertificate(KeyStore keys) throws GeneralSecurityException {
    KeyManagerFactory identity =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    identity.init(keys, PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    initialize(trusted);
    trusted.setCertificateEntry("loopback", keys.getCertificate("loopback"));
    trust.init(trusted);
    this.trustManager = (X509TrustManager) trust.getTrustManagers()[0];
    this.serverContext = SSLContext.getInstance("TLS");
    serverContext.init(identity.getKeyManagers(), null, null);
    this.clientContext = SSLContext.getInstance("TLS");
    clientContext.init(null, trust.getTrustManagers(), null);
  }

  /** Returns the certificate of this JVM; the first call takes about a second. */
  public static LoopbackCertificate get() {
    return Holder.CERTIFICATE;
  }

  /** Returns the context for a server that shows the certificate. */
  public SSLContext serverContext() {
    return serverContext;
  }

  /** Returns the context for a client that trusts the certificate and no other. */
  public SSLContext clientContext() {
    return clientContext;
  }

  /** Returns what trusts the certificate, for clients that want more than a context. */
  public X509TrustManager trustManager() {
    return trustManager;
  }

  private static final class Holder {
    static final LoopbackCertificate CERTIFICATE = generate();
  }

  private static LoopbackCertificate generate() {
    try {
      Path folder = Files.createTempDirectory("loopback");
      Path file = folder.resolve("keys.p12");
      try {
        keytool(file);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
          keys.load(in, PASSWORD.toCharArray());
        }
        return new LoopbackCertificate(keys);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keytool(Path file) throws IOException {
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> command =
        List.of(
            tool,
            "-genkeypair",
            "-alias",
            "loopback",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Options meant for the JVM under test, an agent above all, are none of keytool's business.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try {
      if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("keytool failed: " + String.join(" ", command));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keytool ran", e);
    } finally {
      process.destroy();
    }
  }

  private static void initialize(KeyStore empty) throws GeneralSecurityException {
    try {
      empty.load(null, null);
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
