// SPDX-License-Identifier: Apache-2.0
package dev.weft.collector;

import dev.weft.testkit.OtlpReceiver;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One Collector for all tests that ask for a site, and what stands in front of and behind it. */
record Site(
    Endpoints endpoints, Certificates certificates, OtlpReceiver receiver, Collector collector)
    implements AutoCloseable {

  private static Site start() {
    Certificates certificates = Certificates.in(folder());
    Endpoints endpoints = new Endpoints();
    OtlpReceiver receiver = OtlpReceiver.start();
    Collector collector = Collector.start(endpoints, certificates, receiver);
    return new Site(endpoints, certificates, receiver, collector);
  }

  @Override
  public void close() {
    collector.close();
    receiver.close();
    File folder = new File(certificates.folder());
    for (File file : folder.listFiles()) {
      file.delete();
    }
    folder.delete();
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("certificates");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives it to tests; without a Collector they are skipped, one by one. */
  static final class Provider implements BeforeEachCallback, ParameterResolver {
    @Override
    public void beforeEach(ExtensionContext context) {
      Collector.executable();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Site.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(Site.class))
          .getOrComputeIfAbsent(Site.class, type -> start(), Site.class);
    }
  }
}
