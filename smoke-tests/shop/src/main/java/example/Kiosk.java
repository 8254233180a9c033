// SPDX-License-Identifier: Apache-2.0
package example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * A {@link Shop} that makes do with what there is in a run-time image: asks the database in {@code
 * kiosk.database} if there is {@code java.sql}, and the address in {@code kiosk.remote} if there is
 * {@code java.net.http}. It does not log.
 */
public final class Kiosk extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final boolean sql = present("java.sql.Connection");
  private final boolean http = present("java.net.http.HttpClient");

  private Kiosk() {}

  /** Serves until the input ends. */
  public static void main(String[] arguments) throws IOException, ServletException {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    HttpServlet servlet = new Kiosk();
    String line;
    while ((line = input.readLine()) != null) {
      servlet.service(Exchange.request(line), Exchange.response());
      System.out.println("served " + line);
    }
    System.out.println("closed");
  }

  private static boolean present(String type) {
    try {
      Class.forName(type);
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    try {
      if (sql) {
        KioskDatabase.ask(System.getProperty("kiosk.database"));
      }
      if (http) {
        System.out.println("answer " + get(URI.create(System.getProperty("kiosk.remote"))));
      }
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  /** By reflection, for this is compiled for Java 8. */
  private static Object get(URI address) throws ReflectiveOperationException {
    Class<?> clientType = Class.forName("java.net.http.HttpClient");
    Class<?> requestType = Class.forName("java.net.http.HttpRequest");
    Class<?> handlerType = Class.forName("java.net.http.HttpResponse$BodyHandler");
    Object client = clientType.getMethod("newHttpClient").invoke(null);
    Object builder = requestType.getMethod("newBuilder", URI.class).invoke(null, address);
    Object request =
        Class.forName("java.net.http.HttpRequest$Builder").getMethod("build").invoke(builder);
    Object discarding =
        Class.forName("java.net.http.HttpResponse$BodyHandlers")
            .getMethod("discarding")
            .invoke(null);
    Object response =
        clientType.getMethod("send", requestType, handlerType).invoke(client, request, discarding);
    return Class.forName("java.net.http.HttpResponse").getMethod("statusCode").invoke(response);
  }
}
