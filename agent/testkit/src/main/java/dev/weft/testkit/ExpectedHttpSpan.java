// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** The one span that a request of an HTTP client leads to, down to its last attribute. */
final class ExpectedHttpSpan {
  private final HttpClientProfile profile;
  private final Map<String, Object> attributes = new TreeMap<>();
  private String name = "GET";

  private ExpectedHttpSpan(HttpClientProfile profile) {
    this.profile = profile;
  }

  /** Expects a GET request without an answer. */
  static ExpectedHttpSpan get(HttpClientProfile profile, URI uri) {
    return new ExpectedHttpSpan(profile)
        .with("http.request.method", "GET")
        .with("url.full", uri.toString())
        .with("server.address", uri.getHost())
        .with("server.port", (long) uri.getPort());
  }

  ExpectedHttpSpan with(String key, Object value) {
    attributes.put(key, value);
    return this;
  }

  ExpectedHttpSpan named(String other) {
    name = other;
    return this;
  }

  /** Expects an answer; the status decides whether that is a failure. */
  ExpectedHttpSpan answered(int status) {
    with("http.response.status_code", (long) status).with("network.protocol.version", "1.1");
    return status < 400 ? this : with("error.type", Integer.toString(status));
  }

  ExpectedHttpSpan failed(Class<? extends Throwable> thrown) {
    return with("error.type", thrown.getName());
  }

  void check(RecordedSpan span) {
    assertThat(span.name()).isEqualTo(name);
    assertThat(span.kind()).isEqualTo(RecordedSpan.Kind.CLIENT);
    assertThat(span.attributes()).isEqualTo(attributes);
    assertThat(span.scope().name()).isEqualTo(profile.scopeName());
    assertThat(span.scope().schemaUrl()).isEqualTo(profile.schemaUrl());
    assertThat(span.links()).isEmpty();
    assertThat(span.statusMessage()).isEmpty();
    assertThat(span.status())
        .isEqualTo(
            attributes.containsKey("error.type")
                ? RecordedSpan.Status.ERROR
                : RecordedSpan.Status.UNSET);
  }

  /** Checks that an exception of the given class is the span's only event. */
  static void checkException(RecordedSpan span, Class<? extends Throwable> thrown) {
    assertThat(span.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.name()).isEqualTo("exception");
              assertThat(event.attributes()).containsEntry("exception.type", thrown.getName());
              assertThat(event.attributes().get("exception.stacktrace"))
                  .asString()
                  .startsWith(thrown.getName());
            });
  }
}
