// SPDX-License-Identifier: Apache-2.0
package example;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** A {@link Shop} that uses up what it is asked to use up, and says how that ended. */
public final class Starving extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final long HUNGER_NANOS = 1_000_000_000L;

  private static final HttpServletResponse EMPTY = Exchange.response();

  private final transient List<InputStream> files = new ArrayList<>();
  private transient Object larder;
  private String outcome = "";

  private Starving() {}

  /** Serves until the input ends. */
  public static void main(String[] arguments) throws IOException, ServletException {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Starving servlet = new Starving();
    String line;
    while ((line = input.readLine()) != null) {
      servlet.serve(line);
      System.out.println("served " + line + servlet.outcome);
    }
    System.out.println("closed");
  }

  private void serve(String line) throws IOException, ServletException {
    HttpServlet woven = this;
    HttpServletRequest starved = Exchange.request("GET /starved");
    outcome = "";
    Throwable none = null;
    try {
      woven.service(Exchange.request(line), Exchange.response());
      if (larder != null) {
        woven.service(starved, EMPTY);
      }
    } catch (StackOverflowError | OutOfMemoryError thrown) {
      none = thrown;
    }
    larder = null;
    if (none != null) {
      outcome = ": " + none.getClass().getName();
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    switch (request.getRequestURI()) {
      case "/heap":
        outcome = ": " + heap();
        break;
      case "/full":
        larder = fill();
        break;
      case "/classes":
        outcome = ": " + classes();
        break;
      case "/stack":
        HttpServlet woven = this;
        woven.service((javax.servlet.ServletRequest) request, response);
        break;
      case "/files":
        outcome = ": " + files();
        break;
      case "/release":
        for (InputStream file : files) {
          file.close();
        }
        files.clear();
        break;
      default:
        outcome = "";
    }
  }

  /** Fills the heap to the last byte, again and again for a while. */
  private static String heap() {
    String said = "";
    long end = System.nanoTime() + HUNGER_NANOS;
    while (System.nanoTime() - end < 0) {
      said = fill()[1].toString();
    }
    return said;
  }

  /** Returns what fills the heap, and the error that said that it is full. */
  private static Object[] fill() {
    Object[] filled = new Object[2];
    int length = 1 << 20;
    while (length > 1) {
      try {
        Object[] next = new Object[length];
        next[0] = filled[0];
        filled[0] = next;
      } catch (OutOfMemoryError full) {
        filled[1] = full;
        length /= 4;
      }
    }
    return filled;
  }

  private static String classes() {
    List<ClassLoader> loaders = new ArrayList<>();
    try {
      while (true) {
        loaders.add(SmallClasses.define("Eaten", 100));
      }
    } catch (OutOfMemoryError full) {
      return loaders.isEmpty() ? "" : full.toString();
    }
  }

  private String files() {
    try {
      while (true) {
        files.add(new FileInputStream("/dev/null"));
      }
    } catch (IOException none) {
      return none.getMessage();
    }
  }
}
