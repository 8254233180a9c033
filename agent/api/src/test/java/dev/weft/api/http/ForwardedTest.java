// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Scope;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      value = {
        "for=1.2.3.4                       | 1.2.3.4",
        "for=1.2.3.4:8080                  | 1.2.3.4",
        "For=\"1.2.3.4:8080\"              | 1.2.3.4",
        "for=\"[2001:db8::1]:47\"          | 2001:db8::1",
        "for=\"[2001:db8::1]\"             | 2001:db8::1",
        "for=_hidden                       | _hidden",
        "for=\"a\";proto=https             | a",
        "proto=https;host=h:1;for=9.9.9.9  | 9.9.9.9",
        "for=1.1.1.1 ; proto=http          | 1.1.1.1",
        "by=x;for=2.2.2.2, for=3.3.3.3     | 2.2.2.2",
        "by=\"a;for=x\";for=1.1.1.1        | 1.1.1.1",
        "xfor=1.1.1.1                      |",
        "for=;host=                        |",
        "for=\"                            |",
        "for=\"1.1.1.1                     |",
        "for=\"[::1\"                      |",
        "for                               |",
        "''                                |"
      })
  void client_ofForwarded_isWhatFirstElementSays(String header, String expected) {
    String client = Forwarded.client(HttpServerRequestStub.with("forwarded", header));

    assertThat(client).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      value = {
        "1.2.3.4               | 1.2.3.4",
        "1.2.3.4:55            | 1.2.3.4",
        "1.2.3.4 , 5.6.7.8     | 1.2.3.4",
        "\"[::1]:80\"          | ::1",
        "2001:db8::1, 1.1.1.1  | 2001:db8::1",
        ",1.1.1.1              |",
        "''                    |"
      })
  void client_ofXForwardedFor_isFirst(String header, String expected) {
    String client = Forwarded.client(HttpServerRequestStub.with("x-forwarded-for", header));

    assertThat(client).isEqualTo(expected);
  }

  @Test
  void client_inSecondLine_isFound() {
    HttpServerRequest request =
        HttpServerRequestStub.with("forwarded", "by=proxy", "for=2.2.2.2;proto=https");

    assertThat(Forwarded.client(request)).isEqualTo("2.2.2.2");
    assertThat(Forwarded.scheme(request)).isEqualTo("https");
  }

  @Test
  void anything_inBothHeaders_isTakenFromForwarded() {
    HttpServerRequest request =
        new HttpServerRequestStub(
            Map.of(
                "forwarded", List.of("for=1.1.1.1;proto=https;host=one:1"),
                "x-forwarded-for", List.of("2.2.2.2"),
                "x-forwarded-proto", List.of("ftp"),
                "x-forwarded-host", List.of("two:2"),
                "host", List.of("three:3")));

    assertThat(Forwarded.client(request)).isEqualTo("1.1.1.1");
    assertThat(Forwarded.scheme(request)).isEqualTo("https");
    assertThat(server(request, "https")).isEqualTo("one 1");
  }

  @ParameterizedTest
  @CsvSource({
    "forwarded, proto=https, https",
    "forwarded, proto=\"https\", https",
    "forwarded, proto=, http",
    "forwarded, for=1.1.1.1, http",
    "x-forwarded-proto, 'https,http', https",
    "x-forwarded-proto, '', http",
    "host, h, http"
  })
  void scheme_ofHeader_isSaidOrThatOfConnection(String name, String value, String expected) {
    String scheme = Forwarded.scheme(HttpServerRequestStub.with(name, value));

    assertThat(scheme).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "host, h:80, h 80",
    "host, h, h 443",
    "host, h:, h 443",
    "host, h:x, h 443",
    "host, h:70000, h 443",
    "host, [::1]:80, ::1 80",
    "host, [::1], ::1 443",
    "host, ::1, ::1 443",
    "host, [::1, null null",
    "host, '', null null",
    "x-forwarded-host, 'h:80, k:90', h 80",
    "x-forwarded-host, \"h:80\", h 80",
    "forwarded, host=h:8443, h 8443",
    "forwarded, host=\"\", null null",
    "x-forwarded-for, 1.1.1.1, null null"
  })
  void server_ofHeader_isHostAndPortOrThatOfScheme(String name, String value, String expected) {
    String server = server(HttpServerRequestStub.with(name, value), "https");

    assertThat(server).isEqualTo(expected);
  }

  private static String server(HttpServerRequest request, String scheme) {
    Span span = Tracing.startInternal(Scope.of("test"), "test");
    Forwarded.server(request, scheme, span);
    Map<String, Object> attributes = RecordedCall.attributes(span);
    return attributes.get("server.address") + " " + attributes.get("server.port");
  }
}
