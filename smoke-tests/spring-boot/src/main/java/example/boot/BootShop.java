// SPDX-License-Identifier: Apache-2.0
package example.boot;

import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/**
 * A web shop on Spring Boot: says on stdout which port it listens on, and closes when its input
 * ends.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class BootShop {
  /** Serves until the input ends. */
  public static void main(String[] arguments) throws IOException {
    var context =
        (ServletWebServerApplicationContext) SpringApplication.run(BootShop.class, arguments);
    System.out.println("open " + context.getWebServer().getPort());
    while (System.in.read() >= 0) {
      // what it says does not matter
    }
    int code = SpringApplication.exit(context);
    System.out.println("closed " + code);
  }
}
