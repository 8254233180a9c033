// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "http.server.request.duration, s, http_server_request_duration_seconds",
    "elava.reconcile.duration.ms, ms, elava_reconcile_duration_ms",
    "waited.milliseconds, ms, waited_milliseconds",
    "elava.changes.detected.total, {change}, elava_changes_detected",
    "elava.resources.current, '', elava_resources_current",
    "jvm.memory.used, By, jvm_memory_used_bytes",
    "alarms, s, alarms_seconds",
    "speed, By/s, speed_bytes_per_second",
    "rate, {request}/m, rate_per_minute",
    "load, '1', load",
    "odd--name!, {x}, odd_name_",
    "2nd, '', _2nd",
    "x, furlong, x_furlong"
  })
  void metric(String name, String unit, String expected) {
    assertThat(Names.metric(name, unit)).isEqualTo(expected);
  }
}
