// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.growth;

import dev.weft.benchmarks.stub.StubDriver;
import java.nio.file.Path;

/** Database servers, of which each makes a series of the metric of its calls. */
final class Servers implements Growth {
  private final ClassLoader driver;
  private int servers;

  Servers(Path driver) {
    this.driver = StubDriver.loader(driver);
  }

  @Override
  public void grow(int units) throws Exception {
    for (int i = 0; i < units; i++) {
      String url = "jdbc:postgresql://db" + servers++ + ".example/shop";
      StubDriver.connect(driver, url)
          .prepareStatement("SELECT name FROM item WHERE id = ?")
          .executeQuery();
    }
  }

  @Override
  public long count() {
    return servers;
  }
}
