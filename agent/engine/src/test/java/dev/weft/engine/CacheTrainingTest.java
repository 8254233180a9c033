// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheTrainingTest {
  private static final byte[] PLAIN = "com/acme/Call".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] WOVEN = "..java/lang/WeftBridge".getBytes(StandardCharsets.US_ASCII);

  private final CacheTraining training = new CacheTraining();

  @Test
  void nestedInWoven_isReturnedAsItIs() {
    load("com/acme/Pool", WOVEN);

    assertThat(load("com/acme/Pool$Entry", PLAIN)).isEqualTo(PLAIN).isNotSameAs(PLAIN);
    assertThat(load("com/acme/Pool$Entry$1", PLAIN)).isEqualTo(PLAIN);
  }

  @Test
  void other_isLeftAlone() {
    load("com/acme/Plain", PLAIN);

    assertThat(load("com/acme/Pool", WOVEN)).isNull();
    assertThat(load("com/acme/Plain$Entry", PLAIN)).isNull();
    assertThat(load("com/acme/Pools$Entry", PLAIN)).isNull();
    assertThat(load("com/acme/Plain", PLAIN)).isNull();
    assertThat(load(null, PLAIN)).isNull();
  }

  @Test
  void retransformed_isLeftAlone() {
    load("com/acme/Pool", WOVEN);

    assertThat(training.transform(null, "com/acme/Pool$Entry", String.class, null, PLAIN)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "25, mixed mode, true",
    "25, 'mixed mode, sharing', false",
    "24, mixed mode, false",
    "26, mixed mode, false",
    "1.8, mixed mode, false",
  })
  void watched_areJvmsOfOneVersionThatReadNoArchive(String version, String mode, boolean watched) {
    assertThat(CacheTraining.possible(version, mode)).isEqualTo(watched);
  }

  private byte[] load(String name, byte[] classFile) {
    return training.transform(null, name, null, null, classFile);
  }
}
