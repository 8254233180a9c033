// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private final HttpSettings before = HttpSettings.get();

  @AfterEach
  void restore() {
    HttpSettings.install(before);
  }

  @ParameterizedTest
  @CsvSource({
    "http://user:secret@host/path, http://REDACTED:REDACTED@host/path",
    "http://user@host/path, http://REDACTED:REDACTED@host/path",
    "http://@host/, http://REDACTED:REDACTED@host/",
    "http://user:se@cret@host/, http://REDACTED:REDACTED@host/",
    "https://user:secret@host:8443/?a=1#f, https://REDACTED:REDACTED@host:8443/?a=1#f",
    "http://user:secret@, http://REDACTED:REDACTED@"
  })
  void url_withUserInfo_hidesIt(String url, String expected) {
    String redacted = Redaction.url(url);

    assertThat(redacted).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "http://host/?sig=1, http://host/?sig=REDACTED",
    "http://host/?a=1&sig=2&Signature=3&b=4, "
        + "http://host/?a=1&sig=REDACTED&Signature=REDACTED&b=4",
    "http://host/?AWSAccessKeyId=x, http://host/?AWSAccessKeyId=REDACTED",
    "http://host/?X-Goog-Signature=x, http://host/?X-Goog-Signature=REDACTED",
    "http://host/?X-Amz-Signature=x&X-Amz-Credential=y&X-Amz-Security-Token=z, "
        + "http://host/?X-Amz-Signature=REDACTED&X-Amz-Credential=REDACTED"
        + "&X-Amz-Security-Token=REDACTED",
    "http://host/?sig=, http://host/?sig=REDACTED",
    "http://host/?sig=a=b&c, http://host/?sig=REDACTED&c",
    "http://host/?sig=1#f, http://host/?sig=REDACTED#f",
    "http://host/?&sig=1&&sig=2&, http://host/?&sig=REDACTED&&sig=REDACTED&",
    "http://u:p@host/?sig=1, http://REDACTED:REDACTED@host/?sig=REDACTED"
  })
  void url_withSensitiveParameter_hidesItsValue(String url, String expected) {
    String redacted = Redaction.url(url);

    assertThat(redacted).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://host",
        "http://host/a@b",
        "http://host?mail=a@b",
        "http://host#a@b",
        "http://host/?sig",
        "http://host/?xsig=1",
        "http://host/?SIG=1",
        "http://host/?a=sig=1",
        "http://host/?a#sig=1",
        "mailto:someone@host",
        ""
      })
  void url_withoutSecrets_staysAsItIs(String url) {
    String redacted = Redaction.url(url);

    assertThat(redacted).isSameAs(url);
  }

  @Test
  void url_withoutSensitiveParametersSet_stillHidesUserInfo() {
    HttpSettings.install(
        new HttpSettings(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));

    String redacted = Redaction.url("http://u:p@host/?sig=1");

    assertThat(redacted).isEqualTo("http://REDACTED:REDACTED@host/?sig=1");
  }

  @Test
  void query_withSensitiveParameter_hidesItsValue() {
    String redacted = Redaction.query("a=1&sig=2");

    assertThat(redacted).isEqualTo("a=1&sig=REDACTED");
  }

  @Test
  void query_ofNull_isNull() {
    String redacted = Redaction.query(null);

    assertThat(redacted).isNull();
  }
}
