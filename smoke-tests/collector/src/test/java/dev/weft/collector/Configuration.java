// SPDX-License-Identifier: Apache-2.0
package dev.weft.collector;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The files that the Collector is configured by. */
final class Configuration {
  private Configuration() {}

  /** The file that is given to a person. */
  static Path given() {
    return Path.of(System.getProperty("collector.config"));
  }

  /** One of the test's, to be laid over it. */
  static Path own(String name) {
    try {
      return Path.of(Configuration.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
