// SPDX-License-Identifier: Apache-2.0
package dev.weft.collector;

import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * PEM files of an authority, of a server and a client that it vouches for, and of a stranger; made
 * with the JDK's keytool.
 */
final class Certificates {
  private static final String PASSWORD = "passing";

  private final Path folder;

  private Certificates(Path folder) {
    this.folder = folder;
  }

  /** Makes them in a folder. */
  static Certificates in(Path folder) {
    Path store = folder.resolve("keys.p12");
    String names = "san=dns:localhost,ip:127.0.0.1";
    keytool(store, "ca", "EC", "-ext", "bc:critical=ca:true");
    keytool(store, "server", "EC", "-signer", "ca", "-ext", names);
    keytool(store, "client", "RSA", "-signer", "ca");
    keytool(store, "stranger", "EC", "-ext", names);
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      for (String alias : List.of("ca", "server", "client", "stranger")) {
        write(keys, alias, folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return new Certificates(folder);
  }

  /** Returns the path of {@code ca.pem}, {@code server.key} and so on. */
  String file(String name) {
    return folder.resolve(name).toString();
  }

  /** Returns the path of their folder. */
  String folder() {
    return folder.toString();
  }

  private static void keytool(Path store, String alias, String algorithm, String... more) {
    List<String> command = new ArrayList<>();
    command.add(Jvm.HOME.resolve("bin/keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", alias, "-keyalg", algorithm));
    command.addAll(List.of("-dname", "CN=" + alias, "-validity", "2", "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    command.addAll(List.of(more));
    try (Running running = Jvm.create().execute(command)) {
      Outcome outcome = running.end();
      if (outcome.exitCode() != 0) {
        throw new IllegalStateException(command + " says " + outcome);
      }
    }
  }

  private static void write(KeyStore keys, String alias, Path folder)
      throws IOException, GeneralSecurityException {
    StringBuilder chain = new StringBuilder();
    for (Certificate certificate : keys.getCertificateChain(alias)) {
      chain.append(pem("CERTIFICATE", certificate.getEncoded()));
    }
    Files.writeString(folder.resolve(alias + ".pem"), chain);
    byte[] key = keys.getKey(alias, PASSWORD.toCharArray()).getEncoded();
    Files.writeString(folder.resolve(alias + ".key"), pem("PRIVATE KEY", key));
  }

  private static String pem(String what, byte[] content) {
    Base64.Encoder encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    String text = encoder.encodeToString(content);
    return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
  }
}
