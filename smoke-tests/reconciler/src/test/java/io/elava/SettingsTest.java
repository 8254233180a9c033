// SPDX-License-Identifier: Apache-2.0
package io.elava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void of_prefersTheFlagToTheVariable() {
    Map<String, String> environment = Map.of("ELAVA_PORT", "1", "ELAVA_ONE_SHOT", "true");

    Settings settings = Settings.of(new String[] {"--port=2", "--interval=30s"}, environment);

    assertThat(settings.port()).isEqualTo(2);
    assertThat(settings.oneShot()).isTrue();
    assertThat(settings.interval()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void of_hasDefaults() {
    Settings settings = Settings.of(new String[0], Map.of());

    assertThat(settings.server()).isEqualTo("jetty");
    assertThat(settings.interval()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.awsEndpoint()).isEmpty();
  }

  @Test
  void of_refusesWhatIsNoFlag() {
    assertThatThrownBy(() -> Settings.of(new String[] {"port=2"}, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
