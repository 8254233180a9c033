// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.stub;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Collection;
import java.util.Collections;

/** The answer to a {@link StubRequest}; nobody gets it. Not thread-safe. */
public final class StubResponse extends HttpServletResponseWrapper {
  private int status = 200;

  /** Creates one. */
  public StubResponse() {
    super(Nothing.of(HttpServletResponse.class));
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public void setStatus(int status) {
    this.status = status;
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  @Override
  public boolean containsHeader(String name) {
    return false;
  }

  @Override
  public Collection<String> getHeaders(String name) {
    return Collections.emptyList();
  }

  @Override
  public Collection<String> getHeaderNames() {
    return Collections.emptyList();
  }
}
