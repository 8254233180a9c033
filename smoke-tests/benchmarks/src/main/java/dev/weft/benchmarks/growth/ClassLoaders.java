// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.growth;

import dev.weft.benchmarks.stub.StubDriver;
import java.lang.ref.WeakReference;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** Class loaders with a JDBC driver each, of which a statement is executed once. */
final class ClassLoaders implements Growth {
  private final Path driver;
  private final List<WeakReference<URLClassLoader>> all = new ArrayList<>();
  private final List<URLClassLoader> open = new ArrayList<>();

  ClassLoaders(Path driver) {
    this.driver = driver;
  }

  @Override
  public void grow(int units) throws Exception {
    for (int i = 0; i < units; i++) {
      URLClassLoader loader = StubDriver.loader(driver);
      Connection connection = StubDriver.connect(loader, "jdbc:postgresql://db.example/shop");
      connection.prepareStatement("SELECT name FROM item WHERE id = ?").executeQuery();
      open.add(loader);
      all.add(new WeakReference<>(loader));
    }
  }

  @Override
  public void release() throws Exception {
    for (URLClassLoader loader : open) {
      loader.close();
    }
    open.clear();
  }

  /** Those that are not collected. */
  @Override
  public long count() {
    return all.stream().filter(loader -> loader.get() != null).count();
  }
}
