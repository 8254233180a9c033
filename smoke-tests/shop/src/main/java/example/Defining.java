// SPDX-License-Identifier: Apache-2.0
package example;

import java.util.ArrayList;
import java.util.List;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Defines 50 000 classes; half of them are called like classes of a JDBC driver. */
public final class Defining extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final int LOADERS = 25;
  private static final int CLASSES = 1000;

  private Defining() {}

  /** Prints how long it took and how much heap is in use with the classes, and without. */
  public static void main(String[] arguments) throws Exception {
    HttpServlet servlet = new Defining();
    servlet.service(Exchange.request("GET /first"), Exchange.response());
    System.out.println("before=" + usedBytes());
    long start = System.nanoTime();
    List<ClassLoader> loaders = new ArrayList<>();
    for (int i = 0; i < LOADERS; i++) {
      loaders.add(SmallClasses.define("", CLASSES));
      loaders.add(SmallClasses.define("Statement", CLASSES));
    }
    System.out.println("millis=" + (System.nanoTime() - start) / 1_000_000);
    System.out.println("held=" + usedBytes());
    System.out.println("loaders=" + loaders.size());
    loaders.clear();
    System.out.println("released=" + usedBytes());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {}

  private static long usedBytes() throws InterruptedException {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }
}
