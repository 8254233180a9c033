// SPDX-License-Identifier: Apache-2.0
package dev.weft.surroundings;

import dev.weft.testkit.jvm.Jars;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Shops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In OSGi a class sees what its bundle imports, and no bundle imports anything of ours. */
class FelixTest {
  @TempDir Path folder;

  @Test
  void bundle_isTraced() throws IOException {
    Path bundle = bundle();
    List<Path> framework = List.of(Jvm.locationOf("org.apache.felix.framework.Felix"));
    List<Path> classPath = Surroundings.withHosts(framework);

    Order order =
        Order.served(
            () -> Jvm.create().classPath(classPath),
            "example.surroundings.FelixHost",
            bundle.toString(),
            folder.resolve("cache").toString(),
            "example.Shop");

    order.isTraced();
  }

  private Path bundle() throws IOException {
    Map<String, byte[]> jars = new LinkedHashMap<>();
    for (Path entry : Shops.applications()) {
      Path jar = Jars.of(entry, folder.resolve("shop.jar"));
      jars.put(jar.getFileName().toString(), Files.readAllBytes(jar));
    }
    Path bundle = folder.resolve("bundle.jar");
    Jars.write(
        bundle,
        Map.of(
            "Bundle-ManifestVersion",
            "2",
            "Bundle-SymbolicName",
            "example.shop",
            "Bundle-ClassPath",
            String.join(",", jars.keySet()),
            "Import-Package",
            "javax.naming,javax.sql,javax.xml.parsers,org.w3c.dom,org.xml.sax,"
                + "org.xml.sax.helpers,org.xml.sax.ext,javax.net,javax.net.ssl,javax.security.auth.x500"),
        jars);
    return bundle;
  }
}
