// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Keys of a receiver and of the clients that it lets in, made with the JDK's keytool. */
final class MutualTls {
  private static final char[] PASSWORD = "loopback".toCharArray();

  private final KeyStore receiver;
  private final KeyStore client;

  private MutualTls(KeyStore receiver, KeyStore client) {
    this.receiver = receiver;
    this.client = client;
  }

  static MutualTls in(Path folder) throws IOException, GeneralSecurityException {
    return new MutualTls(
        generate(folder.resolve("receiver.p12")), generate(folder.resolve("client.p12")));
  }

  /** Writes the files that the Operator's tests name: {@code ca.crt cert.crt key.key}. */
  void write(Path folder) throws IOException {
    try {
      pem(folder.resolve("ca.crt"), "CERTIFICATE", receiver.getCertificate("key").getEncoded());
      pem(folder.resolve("cert.crt"), "CERTIFICATE", client.getCertificate("key").getEncoded());
      pem(folder.resolve("key.key"), "PRIVATE KEY", client.getKey("key", PASSWORD).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** Returns a context that shows the receiver's certificate and knows the client's only. */
  SSLContext receiverContext() throws GeneralSecurityException, IOException {
    KeyManagerFactory identity =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    identity.init(receiver, PASSWORD);
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    known.setCertificateEntry("client", client.getCertificate("key"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(known);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore generate(Path file) throws IOException, GeneralSecurityException {
    String options =
        "-genkeypair -alias key -keyalg EC -groupname secp256r1 -dname CN=localhost"
            + " -ext san=dns:localhost,ip:127.0.0.1 -validity 2 -storetype PKCS12 -storepass "
            + new String(PASSWORD);
    List<String> command =
        new java.util.ArrayList<>(List.of(Jvm.HOME.resolve("bin/keytool").toString()));
    command.addAll(List.of(options.split(" ", -1)));
    command.addAll(List.of("-keystore", file.toString()));
    try (Running keytool = Jvm.create().execute(command)) {
      Outcome outcome = keytool.end();
      if (outcome.exitCode() != 0) {
        throw new IOException(outcome.stdout() + outcome.stderr());
      }
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static void pem(Path file, String type, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n");
  }
}
