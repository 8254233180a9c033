// SPDX-License-Identifier: Apache-2.0
package example;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Does something that is new each time, over and over, and prints by how many kilobytes the heap
 * has grown since it had done it often enough to fill whatever is bounded: {@code name kB}.
 */
public final class Endurance {
  private static final HttpServlet SERVLET = new SilentServlet();

  private Endurance() {}

  /** Runs the named parts: name, times, name, times. */
  public static void main(String[] arguments) throws Exception {
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i];
      int times = Integer.parseInt(arguments[i + 1]);
      try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:endurance");
          Statement statement = connection.createStatement()) {
        IntConsumer part = part(name, statement);
        System.out.println(name + " " + growth(part, times));
      }
    }
  }

  private static IntConsumer part(String name, Statement statement) {
    switch (name) {
      case "texts":
        return i -> execute(statement, "SELECT " + i + ", 'x'");
      case "tables":
        return i -> execute(statement, "SELECT x FROM t" + i);
      case "urls":
        return i -> request("GET /orders/" + i + " Host=host" + i + ":" + i % 65_000);
      case "methods":
        return i -> request("M" + i + " /orders");
      case "logs":
        return new Lines();
      case "threads":
        return i -> join(new Thread(() -> request("GET /orders"), "thread " + i));
      case "virtual":
        return i -> join(virtual(() -> request("GET /orders")));
      case "loaders":
        return new Deployments();
      default:
        throw new IllegalArgumentException(name);
    }
  }

  private static long growth(IntConsumer part, int times) {
    int warmUp = times / 10;
    for (int i = 0; i < warmUp; i++) {
      part.accept(i);
    }
    long before = used();
    for (int i = warmUp; i < times; i++) {
      part.accept(i);
    }
    return (used() - before) / 1024;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void execute(Statement statement, String sql) {
    try {
      statement.execute(sql);
    } catch (SQLException noSuchTable) {
      return;
    }
  }

  private static void request(String line) {
    try {
      SERVLET.service(Exchange.request(line), Exchange.response());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(Thread thread) {
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From Java 21 on. */
  private static Thread virtual(Runnable work) {
    try {
      return (Thread)
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Logs a line of a text and a logger that were not there before, now and then an exception. */
  private static final class Lines implements IntConsumer {
    private final Logger logger = Logger.getLogger("endurance");

    Lines() {
      logger.setUseParentHandlers(false);
    }

    @Override
    public void accept(int i) {
      LogRecord line = new LogRecord(Level.INFO, "order " + i);
      line.setLoggerName("orders." + i);
      if (i % 100 == 0) {
        line.setThrown(new IllegalStateException("order " + i));
      }
      logger.log(line);
    }
  }

  /** Says nothing, and asks nobody. */
  private static final class SilentServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {}
  }

  /** Web applications with a Servlet API of their own, that come, serve a request and go. */
  private static final class Deployments implements IntConsumer {
    private final List<WeakReference<ClassLoader>> all = new ArrayList<>();

    @Override
    public void accept(int number) {
      try (URLClassLoader loader = new URLClassLoader(classPath(), platform())) {
        all.add(new WeakReference<>(loader));
        Class<?> main = loader.loadClass("example.Endurance");
        main.getMethod("visit").invoke(null);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      if (number % 50 == 49) {
        System.gc();
        all.removeIf(one -> one.get() == null);
        System.out.println("loaders-left " + all.size());
      }
    }

    private static ClassLoader platform() {
      return ClassLoader.getSystemClassLoader().getParent();
    }

    private static URL[] classPath() throws Exception {
      List<URL> urls = new ArrayList<>();
      for (String entry :
          System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
        urls.add(new java.io.File(entry).toURI().toURL());
      }
      return urls.toArray(new URL[0]);
    }
  }

  /** One request, in whatever class loader this class is. */
  public static void visit() {
    request("GET /orders");
  }
}
