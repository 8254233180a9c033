// SPDX-License-Identifier: Apache-2.0
package dev.weft.surroundings;

import dev.weft.testkit.jvm.Jvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the parts are that the build has put in place. */
final class Surroundings {
  private Surroundings() {}

  /** Returns a jar that the build has copied. */
  static Path jar(String name) {
    return Path.of(System.getProperty("surroundings.others"), name + ".jar");
  }

  /** Returns a Spring Boot application as it is deployed. */
  static String springBoot() {
    return System.getProperty("surroundings.spring-boot");
  }

  /** Returns the class path with the applications of this module in front. */
  static List<Path> withHosts(List<Path> classPath) {
    List<Path> all = new ArrayList<>();
    all.add(Jvm.locationOf("example.surroundings.FelixHost"));
    all.addAll(classPath);
    return all;
  }
}
