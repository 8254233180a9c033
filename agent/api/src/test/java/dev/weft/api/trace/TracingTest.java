// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Scope;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracingTest {
  private static final Scope SCOPE = Scope.of("test");

  private final Recorded recorded = Recorded.with(Samplers.parentBased(Samplers.ALWAYS_ON));

  @AfterEach
  void restore() {
    recorded.close();
  }

  @Test
  void start_withoutParent_beginsATrace() {
    Span one = Tracing.startInternal(SCOPE, "one");
    Span two = Tracing.startInternal(SCOPE, "two");

    assertThat(one.context().valid()).isTrue();
    assertThat(one.parentSpanId()).isZero();
    assertThat(one.context().traceIdText()).isNotEqualTo(two.context().traceIdText());
  }

  @Test
  void startClient_continuesTheCurrentSpan() {
    SpanContext remote = SpanContext.remote(1, 2, 3, true, "k=v", "b=1");
    Span server = Tracing.startServer(SCOPE, "GET", Protocol.HTTP_SERVER, remote);
    Tracing.makeCurrent(server);

    Span client = Tracing.startClient(SCOPE, "GET", Protocol.HTTP_CLIENT);

    assertThat(client.parentSpanId()).isEqualTo(server.context().spanId());
    assertThat(client.parent().remote()).isFalse();
    assertThat(client.context().traceIdText()).isEqualTo("00000000000000010000000000000002");
    assertThat(client.context().traceState()).isEqualTo("k=v");
    assertThat(client.context().baggage()).isEqualTo("b=1");
    assertThat(client.startEpochNanos()).isGreaterThanOrEqualTo(server.startEpochNanos());
  }

  @Test
  void startServer_ofRemoteParent() {
    SpanContext remote = SpanContext.remote(1, 2, 3, true, null, null);

    Span server = Tracing.startServer(SCOPE, "GET", Protocol.HTTP_SERVER, remote);

    assertThat(server.parentSpanId()).isEqualTo(3);
    assertThat(server.parent().remote()).isTrue();
    assertThat(server.context().remote()).isFalse();
    assertThat(server.kind()).isEqualTo(SpanKind.SERVER);
  }

  @Test
  void startServer_ofBaggageAlone_isARootThatCarriesIt() {
    SpanContext remote = SpanContext.remote(0, 0, 0, false, null, "b=1");

    Span server = Tracing.startServer(SCOPE, "GET", Protocol.HTTP_SERVER, remote);

    assertThat(server.parentSpanId()).isZero();
    assertThat(server.context().sampled()).isTrue();
    assertThat(server.context().baggage()).isEqualTo("b=1");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void start_doesAsTheParentDid(boolean sampled) {
    SpanContext remote = SpanContext.remote(1, 2, 3, sampled, null, null);

    Span server = Tracing.startServer(SCOPE, "GET", Protocol.HTTP_SERVER, remote);
    Tracing.makeCurrent(server);
    Span client = Tracing.startClient(SCOPE, "GET", Protocol.HTTP_CLIENT);

    assertThat(server.context().sampled()).isEqualTo(sampled);
    assertThat(client.context().sampled()).isEqualTo(sampled);
  }

  @Test
  void start_withoutParent_saysThatItsTraceIdIsRandom() {
    Span root = Tracing.startInternal(SCOPE, "root");
    Tracing.makeCurrent(root);

    Span child = Tracing.startInternal(SCOPE, "child");

    assertThat(root.context().flagsText()).isEqualTo("03");
    assertThat(child.context().flagsText()).isEqualTo("03");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void start_knowsOnlyFromTheParentThatItsTraceIdIsRandom(boolean random) {
    SpanContext remote = SpanContext.remote(1, 2, 3, true, random, null, null);

    Span server = Tracing.startServer(SCOPE, "GET", Protocol.HTTP_SERVER, remote);

    assertThat(server.context().random()).isEqualTo(random);
    assertThat(server.context().flags()).isEqualTo(random ? 3 : 1);
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_CLIENT, HTTP_CLIENT, true",
    "HTTP_CLIENT, DB_CLIENT, false",
    "RPC_CLIENT_OVER_HTTP, HTTP_CLIENT, true",
    "RPC_CLIENT_OVER_HTTP, RPC_CLIENT, true",
    "HTTP_CLIENT, RPC_CLIENT_OVER_HTTP, false",
    "HTTP_SERVER, HTTP_CLIENT, false"
  })
  void suppressed_insideTheSameProtocol(Protocol outer, Protocol inner, boolean expected) {
    boolean outside = Tracing.suppressed(inner);
    Tracing.makeCurrent(Tracing.startClient(SCOPE, "outer", outer));

    assertThat(outside).isFalse();
    assertThat(Tracing.suppressed(inner)).isEqualTo(expected);
  }

  @Test
  void suppressed_throughAnInternalSpan_butNotThroughAServer() {
    Tracing.makeCurrent(Tracing.startClient(SCOPE, "call", Protocol.DB_CLIENT));
    Tracing.makeCurrent(Tracing.startInternal(SCOPE, "inside"));
    boolean inside = Tracing.suppressed(Protocol.DB_CLIENT);

    Tracing.makeCurrent(Tracing.startServer(SCOPE, "GET", Protocol.HTTP_SERVER, null));

    assertThat(inside).isTrue();
    assertThat(Tracing.suppressed(Protocol.DB_CLIENT)).isFalse();
  }

  @Test
  void makeCurrent_returnsTheOneBefore() {
    Span span = Tracing.startInternal(SCOPE, "x");

    assertThat(Tracing.makeCurrent(span)).isNull();
    assertThat(Tracing.current()).isSameAs(span);
    assertThat(Tracing.makeCurrent(null)).isSameAs(span);
    assertThat(Tracing.current()).isNull();
  }

  @Test
  void start_withThreadDetails() {
    try (Recorded threads = Recorded.withThreads()) {
      Span span = Tracing.startInternal(SCOPE, "x");
      span.end();

      assertThat(threads.spans).containsExactly(span);
      assertThat(span.attributeKey(0)).isEqualTo("thread.id");
      assertThat(span.attributeValue(1)).isEqualTo(Thread.currentThread().getName());
    }
  }

  @Test
  void clock_tellsTheTime() {
    long before = System.currentTimeMillis();
    long nanos = System.nanoTime();
    long now = TimeUnit.NANOSECONDS.toMillis(Clock.offset(nanos) + nanos);

    assertThat(now).isBetween(before - 10, System.currentTimeMillis() + 10);
  }

  @Test
  void xrayHeader_ofAnIdentity() {
    SpanContext context = SpanContext.remote(0x0102030405060708L, 9, 10, true, null, null);

    assertThat(XrayHeader.of(context))
        .isEqualTo("Root=1-01020304-050607080000000000000009;Parent=000000000000000a;Sampled=1");
  }
}
