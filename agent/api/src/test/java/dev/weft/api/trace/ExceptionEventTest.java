// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExceptionEventTest {
  @AfterEach
  void restore() {
    Tracing.install(Suppression.SEMCONV, true, null);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void exception_isAnEventOnlyWhereEventsAreWanted(boolean wanted) {
    Tracing.install(Suppression.SEMCONV, wanted, null);
    Span span = Tracing.startInternal(Scope.of("test"), "work");
    IllegalStateException thrown = new IllegalStateException();

    span.failed(thrown);

    assertThat(span.isFailed()).isTrue();
    assertThat(span.thrown()).isSameAs(wanted ? thrown : null);
  }
}
