// SPDX-License-Identifier: Apache-2.0
package example.surroundings;

import java.io.File;
import java.util.HashMap;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** Runs the main class of an OSGi bundle. */
public final class FelixHost {
  private FelixHost() {}

  /** Arguments: the jar of the bundle, a folder for the framework, the main class. */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put(Constants.FRAMEWORK_STORAGE, arguments[1]);
    Framework framework = new FrameworkFactory().newFramework(settings);
    framework.start();
    Bundle bundle =
        framework.getBundleContext().installBundle(new File(arguments[0]).toURI().toString());
    bundle.start();
    Class<?> main = bundle.loadClass(arguments[2]);
    Thread.currentThread().setContextClassLoader(main.getClassLoader());
    main.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    framework.stop();
    framework.waitForStop(0);
  }
}
