// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.calls;

import dev.weft.benchmarks.stub.StubRequest;
import dev.weft.benchmarks.stub.StubResponse;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;

/** A request to a servlet that answers at once. */
public class HttpServerCalls extends Calls {
  private final HttpServlet servlet = new Answering();
  private final StubRequest request = new StubRequest();
  private final StubResponse response = new StubResponse();

  /** Makes one call. */
  @Benchmark
  public int request() throws ServletException, IOException {
    calls++;
    request.recycle();
    servlet.service(request, response);
    return response.getStatus();
  }

  private static final class Answering extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      response.setStatus(200);
    }
  }
}
