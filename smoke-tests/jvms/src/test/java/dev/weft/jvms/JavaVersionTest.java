// SPDX-License-Identifier: Apache-2.0
package dev.weft.jvms;

import dev.weft.testkit.jvm.Jvm;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every Java that is supported, and every warning that it can utter. */
class JavaVersionTest {
  private static final int OLDEST_OF_H2 = 11;
  private static final int OLDEST_WITH_LOGGING = 9;

  @ParameterizedTest
  @ValueSource(ints = {8, 11, 17, 21, 25, 26})
  void shop_isObserved_andNothingIsWarnedOf(int feature) {
    List<String> options =
        feature < OLDEST_WITH_LOGGING
            ? List.of()
            : List.of("-Xlog:disable", "-Xlog:all=warning:stderr:none", "-Xshare:auto");

    new Shopping(Jvm.home(feature), feature >= OLDEST_OF_H2, options).assertObserved();
  }
}
