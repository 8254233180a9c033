// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Faults;
import dev.weft.engine.CapturedErr;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class InstrumentationStateTest {
  private final InstrumentationState state;

  InstrumentationStateTest(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    state =
        new InstrumentationState(
            new Index.Entry(name, "w.X", new String[0], new Index.Root[0], false));
  }

  private static AdviceCallSite site() {
    return new AdviceCallSite(MethodHandles.constant(String.class, "advice"));
  }

  private void fault(int times) {
    for (int i = 0; i < times; i++) {
      state.fault("XAdvice", new IllegalStateException("no\nluck"));
    }
  }

  @Test
  void fault_first_isSaid_othersAreCounted() {
    try (CapturedErr err = new CapturedErr()) {
      fault(5);

      assertThat(err.lines())
          .containsExactly(
              state.name()
                  + ": a fault in XAdvice was swallowed: java.lang.IllegalStateException: no luck");
    }
    assertThat(state.faults()).isEqualTo(5);
    assertThat(state.on()).isTrue();
  }

  @Test
  void fault_tooMany_switchesOff_onceAndForAll() throws Throwable {
    AdviceCallSite before = site();
    AdviceCallSite after = site();
    state.linked(before);
    boolean on = "advice".equals((String) before.dynamicInvoker().invokeExact());

    try (CapturedErr err = new CapturedErr()) {
      fault(InstrumentationState.TOLERATED_FAULTS + 5);
      state.linked(after);

      assertThat(err.lines()).hasSize(2);
      assertThat(err.lines().get(1)).isEqualTo(state.name() + ": switched off after 10 faults");
    }
    assertThat(on).isTrue();
    assertThat(state.on()).isFalse();
    assertThat((String) before.dynamicInvoker().invokeExact()).isNull();
    assertThat((String) after.dynamicInvoker().invokeExact()).isNull();
    assertThat(Faults.switchedOff(state.name())).isTrue();
  }

  @Test
  void fault_ofAnApplicationOutOfRoom_isNotOurs() {
    try (CapturedErr err = new CapturedErr()) {
      state.fault("XAdvice", new StackOverflowError());
      state.fault("XAdvice", new OutOfMemoryError());

      assertThat(err.lines()).isEmpty();
    }
    assertThat(state.faults()).isZero();
  }

  @Test
  void fault_isCountedForExport() {
    try (CapturedErr err = new CapturedErr()) {
      fault(3);
    }
    Map<String, Long> counts = new HashMap<>();

    Faults.counts(counts::put);

    assertThat(counts).containsEntry(state.name(), 3L);
  }

  @Test
  void fault_whoseTextCannotBeHad_isSaidByItsClass() {
    try (CapturedErr err = new CapturedErr()) {
      state.fault("XAdvice", new Unspeakable());

      assertThat(err.lines()).first().asString().endsWith(Unspeakable.class.getName());
    }
  }

  @SuppressWarnings("serial")
  private static final class Unspeakable extends RuntimeException {
    @Override
    public String getMessage() {
      throw this;
    }
  }
}
