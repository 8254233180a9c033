// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.resource;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The agent's version. */
public final class Version {
  private Version() {}

  /** Returns it as the build has written it into the jar. */
  public static String ofAgent() {
    try (InputStream in = Version.class.getClassLoader().getResourceAsStream("weft.properties")) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "unpackaged");
    } catch (IOException unreadable) {
      return "unpackaged";
    }
  }
}
