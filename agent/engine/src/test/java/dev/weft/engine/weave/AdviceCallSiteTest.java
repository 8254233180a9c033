// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AdviceCallSiteTest {
  static Stream<Arguments> nothings() {
    return Stream.of(
        Arguments.of(void.class, null),
        Arguments.of(boolean.class, false),
        Arguments.of(byte.class, (byte) 0),
        Arguments.of(short.class, (short) 0),
        Arguments.of(char.class, '\0'),
        Arguments.of(int.class, 0),
        Arguments.of(long.class, 0L),
        Arguments.of(float.class, 0f),
        Arguments.of(double.class, 0d),
        Arguments.of(Object.class, null),
        Arguments.of(String.class, null),
        Arguments.of(int[].class, null),
        Arguments.of(Runnable.class, null));
  }

  @ParameterizedTest
  @MethodSource("nothings")
  void silent_answersNothing(Class<?> returned, Object nothing) throws Throwable {
    MethodType type = MethodType.methodType(returned, Object.class, long.class, int[].class);

    AdviceCallSite site = AdviceCallSite.silent(type);

    assertThat(site.type()).isEqualTo(type);
    assertThat(site.dynamicInvoker().invokeWithArguments("x", 1L, new int[0])).isEqualTo(nothing);
  }

  @Test
  void silence_replacesTheAdvice() throws Throwable {
    AdviceCallSite site = new AdviceCallSite(MethodHandles.constant(int.class, 5));
    int before = (int) site.dynamicInvoker().invokeExact();

    site.silence();

    assertThat(before).isEqualTo(5);
    assertThat((int) site.dynamicInvoker().invokeExact()).isZero();
  }
}
