// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import static dev.weft.engine.config.ConfiguredWith.environment;
import static dev.weft.engine.config.ConfiguredWith.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpSettingsTest {
  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
  private static final String PROTOCOL = "OTEL_EXPORTER_OTLP_PROTOCOL";

  @Test
  void otlp_nothingSet_isHttpToLocalCollector() {
    Configuration configuration = ConfiguredWith.nothing();

    OtlpSettings traces = configuration.otlp(Signal.TRACES);
    assertThat(traces.isGrpc()).isFalse();
    assertThat(traces.endpoint()).isEqualTo("http://localhost:4318/v1/traces");
    assertThat(traces.compression()).isEqualTo("none");
    assertThat(traces.timeoutMillis()).isEqualTo(10_000);
    assertThat(traces.headers()).isEmpty();
    assertThat(configuration.otlp(Signal.METRICS).endpoint()).endsWith(":4318/v1/metrics");
    assertThat(configuration.otlp(Signal.LOGS).endpoint()).endsWith(":4318/v1/logs");
  }

  @ParameterizedTest
  @CsvSource({
    "http://c:4318, http://c:4318/v1/traces",
    "http://c:4318/, http://c:4318/v1/traces",
    "https://c/otlp, https://c/otlp/v1/traces",
    "http://[::1]:4318, http://[::1]:4318/v1/traces",
  })
  void endpoint_generalOverHttp_getsPath(String general, String expected) {
    Configuration configuration = environment(Map.of(ENDPOINT, general));

    assertThat(configuration.otlp(Signal.TRACES).endpoint()).isEqualTo(expected);
    assertThat(configuration.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://c:4318, http://c:4318/",
    "http://c:4318/, http://c:4318/",
    "http://c/my/traces, http://c/my/traces",
  })
  void endpoint_ofSignalOverHttp_isUsedAsIs(String own, String expected) {
    Configuration configuration =
        environment(Map.of(ENDPOINT, "http://other", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", own));

    assertThat(configuration.otlp(Signal.TRACES).endpoint()).isEqualTo(expected);
    assertThat(configuration.otlp(Signal.METRICS).endpoint()).isEqualTo("http://other/v1/metrics");
  }

  @Test
  void otlp_grpcWithoutEndpoint_usesGrpcPort() {
    Configuration configuration = environment(Map.of(PROTOCOL, "grpc"));

    assertThat(configuration.otlp(Signal.TRACES).isGrpc()).isTrue();
    assertThat(configuration.otlp(Signal.TRACES).endpoint()).isEqualTo("http://localhost:4317");
    assertThat(configuration.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://c:4317, true",
    "https://c:4317/, true",
    "http://user:4317@c:4318, false",
    "http://[fe80::4317], false",
    "http://c:43170, false",
    "http://c/4317, false",
    "http://c, false",
  })
  void isGrpc_protocolNotSet_followsPort(String endpoint, boolean grpc) {
    Configuration configuration = environment(Map.of(ENDPOINT, endpoint));

    assertThat(configuration.otlp(Signal.TRACES).isGrpc()).isEqualTo(grpc);
    assertThat(configuration.problems()).isEmpty();
  }

  @Test
  void isGrpc_endpointOfSignal_followsItsPort() {
    Configuration configuration =
        environment(
            Map.of(
                ENDPOINT, "http://c:4318", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://c:4317"));

    assertThat(configuration.otlp(Signal.TRACES).isGrpc()).isTrue();
    assertThat(configuration.otlp(Signal.TRACES).endpoint()).isEqualTo("http://c:4317");
    assertThat(configuration.otlp(Signal.METRICS).isGrpc()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"http/protobuf, http://c:4317", "grpc, http://c:4318"})
  void problems_portForOtherProtocol_areReportedOnce(String protocol, String endpoint) {
    Configuration configuration = environment(Map.of(PROTOCOL, protocol, ENDPOINT, endpoint));

    assertThat(configuration.otlp(Signal.TRACES).isGrpc()).isEqualTo(protocol.equals("grpc"));
    assertThat(lines(configuration))
        .singleElement()
        .asString()
        .contains("otlp.protocol", "usually expects");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"c:4318", "ftp://c", "http://", "http:///v1", "http://:4318", "http://c:port"})
  void endpoint_malformed_isReportedAndDefaultUsed(String endpoint) {
    Configuration configuration = environment(Map.of(ENDPOINT, endpoint));

    assertThat(configuration.otlp(Signal.TRACES).endpoint())
        .isEqualTo("http://localhost:4318/v1/traces");
    assertThat(lines(configuration))
        .containsExactly(
            ENDPOINT
                + "="
                + endpoint
                + " (environment variable) is not a URL that starts with http:// or https://;"
                + " it counts as not set: http://localhost:4318, with gRPC http://localhost:4317,"
                + " is used");
  }

  @Test
  void headers_encoded_areDecoded() {
    String headers = "Authorization=Basic%20YWI+Yw==, x-tenant = a%2Cb";
    Configuration configuration = environment(Map.of("OTEL_EXPORTER_OTLP_HEADERS", headers));

    assertThat(configuration.otlp(Signal.TRACES).headers())
        .containsExactly(entry("Authorization", "Basic YWI+Yw=="), entry("x-tenant", "a,b"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:4318, none",
    "https://LocalHost/otlp, none",
    "http://collector.localhost:4318, none",
    "http://user@127.0.0.1:4317, none",
    "http://127.1.2.3, none",
    "http://[::1]:4318, none",
    "http://collector:4318, gzip",
    "https://10.0.0.1/otlp, gzip",
    "http://127.example.com:4318, gzip",
    "http://localhost.example.com:4317, gzip",
    "http://[fe80::1]:4318, gzip",
  })
  void compression_notSet_isForWhatLeavesTheMachine(String endpoint, String expected) {
    assertThat(environment(Map.of(ENDPOINT, endpoint)).otlp(Signal.TRACES).compression())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip"})
  void compression_set_isAsSet(String wanted) {
    for (String endpoint : List.of("http://localhost:4318", "https://collector")) {
      Configuration configuration =
          environment(Map.of(ENDPOINT, endpoint, "OTEL_EXPORTER_OTLP_COMPRESSION", wanted));

      assertThat(configuration.otlp(Signal.LOGS).compression()).isEqualTo(wanted);
    }
  }

  @Test
  void otlp_ownSettings_winOverGeneralOnes() {
    Configuration configuration =
        environment(
            Map.of(
                "OTEL_EXPORTER_OTLP_HEADERS", "a=1",
                "OTEL_EXPORTER_OTLP_METRICS_HEADERS", "b=2",
                "OTEL_EXPORTER_OTLP_COMPRESSION", "gzip",
                "OTEL_EXPORTER_OTLP_METRICS_COMPRESSION", "none",
                "OTEL_EXPORTER_OTLP_TIMEOUT", "3s",
                "OTEL_EXPORTER_OTLP_METRICS_TIMEOUT", "4s",
                "OTEL_EXPORTER_OTLP_CERTIFICATE", "/ca.pem"));

    OtlpSettings metrics = configuration.otlp(Signal.METRICS);
    assertThat(metrics.headers()).containsExactly(entry("b", "2"));
    assertThat(metrics.compression()).isEqualTo("none");
    assertThat(metrics.timeoutMillis()).isEqualTo(4000);
    assertThat(metrics.certificate()).isEqualTo("/ca.pem");
    OtlpSettings traces = configuration.otlp(Signal.TRACES);
    assertThat(traces.headers()).containsExactly(entry("a", "1"));
    assertThat(traces.compression()).isEqualTo("gzip");
    assertThat(traces.timeoutMillis()).isEqualTo(3000);
  }

  @Test
  void timeout_ofSignalMalformed_isGeneralOne() {
    Configuration configuration =
        environment(
            Map.of("OTEL_EXPORTER_OTLP_TIMEOUT", "3s", "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", "x"));

    assertThat(configuration.otlp(Signal.TRACES).timeoutMillis()).isEqualTo(3000);
    assertThat(lines(configuration))
        .singleElement()
        .asString()
        .endsWith("otel.exporter.otlp.timeout counts instead");
  }
}
