// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.SpanContext;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.contrib.awsxray.propagator.AwsXrayPropagator;
import io.opentelemetry.extension.trace.propagation.B3Propagator;
import io.opentelemetry.extension.trace.propagation.JaegerPropagator;
import io.opentelemetry.extension.trace.propagation.OtTracePropagator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each propagator against the one that OpenTelemetry's own agent uses, in both directions. */
class ReferencePropagatorsTest {
  private static final int ROUNDS = 500;
  private static final String ALPHABET = "0123456789abcdefABCDEFgxd-:;=,% +\u00e9";
  private static final String PRINTABLE = "abcXYZ0189-._~!$&'()*+/:<=>?@[]^`{|} \"\\,%";
  private static final TextMapGetter<Map<String, String>> KEYED = new Keyed();
  private static final Propagator.Getter<Map<String, String>> NAMED = new Named();

  @SuppressWarnings("deprecation")
  enum Format {
    TRACECONTEXT("tracecontext,baggage", w3c()),
    B3("b3", B3Propagator.injectingSingleHeader()),
    B3MULTI("b3multi", B3Propagator.injectingMultiHeaders()),
    JAEGER("jaeger", JaegerPropagator.getInstance()),
    OTTRACE("ottrace", OtTracePropagator.getInstance()),
    XRAY("xray", AwsXrayPropagator.getInstance());

    private final Propagator ours;
    private final TextMapPropagator theirs;

    Format(String names, TextMapPropagator theirs) {
      this.ours = Propagators.of(List.of(names.split(",")));
      this.theirs = theirs;
    }

    private static TextMapPropagator w3c() {
      return TextMapPropagator.composite(
          W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance());
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void inject_isReadByTheReference(Format format) {
    Random random = new Random(1);
    for (int i = 0; i < ROUNDS; i++) {
      Context context = context(random);
      SpanContext same = ours(context);

      Map<String, String> written = written(format.ours, same);

      assertThat(described(read(format.theirs, written)))
          .isEqualTo(described(read(format.theirs, headersOf(format.theirs, context))));
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void inject_writesWhatTheReferenceWrites(Format format) {
    Random random = new Random(2);
    for (int i = 0; i < ROUNDS; i++) {
      Context context = context(random);
      SpanContext same = ours(context);

      Map<String, String> written = written(format.ours, same);

      assertThat(comparable(written)).isEqualTo(comparable(headersOf(format.theirs, context)));
    }
  }

  /** Some characters may be escaped in W3C's baggage or not. */
  private static Map<String, String> comparable(Map<String, String> headers) {
    headers.computeIfPresent(
        "baggage", (name, text) -> new TreeMap<>(BaggageText.entries(text)).toString());
    return headers;
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void extract_readsWhatTheReferenceWrites(Format format) {
    Random random = new Random(3);
    for (int i = 0; i < ROUNDS; i++) {
      Map<String, String> headers = headersOf(format.theirs, context(random));

      SpanContext read = format.ours.extract(null, headers, NAMED);

      assertThat(described(read)).isEqualTo(described(read(format.theirs, headers)));
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void extract_ofDamagedHeaders_readsWhatTheReferenceReads(Format format) {
    Random random = new Random(4);
    for (int i = 0; i < 20 * ROUNDS; i++) {
      Map<String, String> headers = headersOf(format.theirs, plain(random));
      headers.replaceAll((name, value) -> damaged(value, random));

      SpanContext read = format.ours.extract(null, headers, NAMED);

      assertThat(identity(read)).as(headers.toString()).isEqualTo(identity(format, headers));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JAEGER | uber-trace-id | 1:2:0:3",
        "JAEGER | uber-trace-id | 1:2:0:2",
        "JAEGER | uber-trace-id | 1:2:0:0f",
        "JAEGER | uber-trace-id | 1:2:0:-1",
        "JAEGER | uber-trace-id | 1:2:0:101",
        "JAEGER | uber-trace-id | 1:2::1",
        "JAEGER | uber-trace-id | 1:2:0:1:",
        "JAEGER | uber-trace-id | 1:2:0:1:1",
        "JAEGER | uber-trace-id | 1%3A2%3A0%3A1",
        "JAEGER | uber-trace-id | 1%3a2%3a0%3a1",
        "JAEGER | uber-trace-id | 1%3A2%3A0%3",
        "JAEGER | uber-trace-id | 0:2:0:1",
        "JAEGER | uber-trace-id | AB:2:0:1",
        "JAEGER | uber-trace-id | 000000000000000000000000000000001:2:0:1",
        "B3 | b3 | 1-2-1",
        "B3 | b3 | 0000000000000001-0000000000000002-d",
        "B3 | b3 | 0000000000000001-0000000000000002-1-3-4",
        "B3 | b3 | 0000000000000001-0000000000000002-",
        "XRAY | X-Amzn-Trace-Id | Root=1-1-000000000000000000000002;Parent=0000000000000003",
        "XRAY | X-Amzn-Trace-Id | Root=1--000000000000000000000002;Parent=0000000000000003",
        "XRAY | X-Amzn-Trace-Id | Root=1-1-02;Parent=0000000000000003;Sampled=1",
        "XRAY | X-Amzn-Trace-Id | Root=1-5759e988-bd862e3fe1be46a994272793",
        "XRAY | X-Amzn-Trace-Id | Parent=53995c3f42cd8ad8;Sampled=1;Root=1-5759e988-"
            + "bd862e3fe1be46a994272793;Lineage=a:1|b:2;Self=1-2",
        "XRAY | X-Amzn-Trace-Id | Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8"
            + ";Sampled=?",
        "XRAY | X-Amzn-Trace-Id | Lineage=1:0123abcd:0",
        "XRAY | X-Amzn-Trace-Id | Root=1-5759e988-bd862e3fe1be46a994272793 ; Parent=53995c3f42cd8"
            + "ad8 ; Sampled=1 ;",
      })
  void extract_ofSpecialHeaders_readsWhatTheReferenceReads(
      Format format, String name, String value) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put(name, value);

    SpanContext read = format.ours.extract(null, headers, NAMED);

    assertThat(identity(read)).isEqualTo(identity(format, headers));
  }

  @ParameterizedTest
  @CsvSource({
    "1:0123abcd:0",
    "32767:0123abcd:255",
    "32768:0123abcd:255",
    "1:0123abcd:256",
    "-1:0123abcd:25",
    "1:0123abcD:25",
    "1:0123abc:255",
    "1:0123:abcd:1",
    "x:0123abcd:1",
  })
  void lineage_isReadAsTheReferenceReadsIt(String lineage) {
    Map<String, String> headers = Map.of("X-Amzn-Trace-Id", "Sampled=1;Lineage=" + lineage);

    SpanContext read = Format.XRAY.ours.extract(null, headers, NAMED);

    assertThat(described(read)).isEqualTo(described(read(Format.XRAY.theirs, headers)));
  }

  @ParameterizedTest
  @CsvSource({
    "JAEGER, uberctx-User, uber-trace-id, 1:2:0:1",
    "JAEGER, UberCtx-user, uber-trace-id, 1:2:0:1",
    "JAEGER, uberctx-user, other, 1",
    "JAEGER, jaeger-baggage, uber-trace-id, 1:2:0:1",
    "OTTRACE, ot-baggage-User, other, 1",
    "OTTRACE, Ot-Baggage-User, ot-tracer-traceid, 1",
  })
  void extract_ofBaggage_readsWhatTheReferenceReads(
      Format format, String name, String other, String value) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put(name, name.equals("jaeger-baggage") ? "a=1, b = x y ,c,d=e=f,=g,h=" : "x y%20z;t");
    headers.put(other, value);
    headers.put("ot-tracer-spanid", "7");

    SpanContext read = format.ours.extract(null, headers, NAMED);

    assertThat(described(read)).isEqualTo(described(read(format.theirs, headers)));
  }

  @ParameterizedTest
  @CsvSource({
    "B3, b3, 0000000000000001-0000000000000002-d",
    "B3MULTI, b3, 0000000000000001-0000000000000002-d",
  })
  void debugFlag_isPassedOn(Format format, String name, String value) {
    Map<String, String> headers = Map.of(name, value);

    SpanContext read = format.ours.extract(null, headers, NAMED);

    Context theirs = format.theirs.extract(Context.root(), headers, KEYED);
    assertThat(written(format.ours, read)).isEqualTo(headersOf(format.theirs, theirs));
  }

  /** The same as the reference would say it in W3C's headers. */
  private static SpanContext ours(Context context) {
    Map<String, String> headers = headersOf(Format.TRACECONTEXT.theirs, context);
    return Format.TRACECONTEXT.ours.extract(null, headers, NAMED);
  }

  private static Context plain(Random random) {
    boolean sampled = random.nextBoolean();
    String trace =
        SpanContext.remote(random.nextLong(), id(random), 1, true, null, null).traceIdText();
    String span = SpanContext.remote(0, 1, id(random), true, null, null).spanIdText();
    TraceFlags flags = sampled ? TraceFlags.getSampled() : TraceFlags.getDefault();
    var context =
        io.opentelemetry.api.trace.SpanContext.create(trace, span, flags, TraceState.getDefault());
    return Context.root().with(Span.wrap(context));
  }

  /** With and without leading zeros, and at times with baggage. */
  private static Context context(Random random) {
    Context context = plain(random);
    if (random.nextInt(3) == 0) {
      return context;
    }
    var baggage = Baggage.builder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      baggage.put(random.nextInt(9) == 0 ? "Lineage" : "k", "77:0123abcd:" + random.nextInt(256));
      baggage.put("key-" + random.nextInt(9), text(PRINTABLE, 1 + random.nextInt(60), random));
    }
    return context.with(baggage.build());
  }

  private static long id(Random random) {
    long id = random.nextLong() >>> random.nextInt(64);
    return id == 0 ? 1 : id;
  }

  private static String text(String alphabet, int length, Random random) {
    StringBuilder text = new StringBuilder("v");
    for (int i = 1; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.append("v").toString();
  }

  private static String damaged(String value, Random random) {
    StringBuilder text = new StringBuilder(value);
    for (int i = random.nextInt(3); i >= 0 && text.length() > 0; i--) {
      int at = random.nextInt(text.length());
      char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, c);
        case 2 -> text.setCharAt(at, c);
        default -> text.setLength(at);
      }
    }
    return text.toString();
  }

  private static Map<String, String> written(Propagator ours, SpanContext context) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    ours.inject(context, headers, Map::put);
    return headers;
  }

  private static Map<String, String> headersOf(TextMapPropagator theirs, Context context) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    theirs.inject(context, headers, (carrier, name, value) -> carrier.put(name, value));
    return headers;
  }

  private static Context read(TextMapPropagator theirs, Map<String, String> headers) {
    return theirs.extract(Context.root(), headers, KEYED);
  }

  /** The reference lets some exceptions out; to its agent that is a request without a trace. */
  private static String identity(Format format, Map<String, String> headers) {
    try {
      return identity(read(format.theirs, headers));
    } catch (RuntimeException thrown) {
      return "none";
    }
  }

  private static String identity(Context context) {
    var span = Span.fromContext(context).getSpanContext();
    return span.isValid()
        ? span.getTraceId() + " " + span.getSpanId() + " " + span.isSampled()
        : "none";
  }

  private static String identity(SpanContext read) {
    return read == null || !read.valid()
        ? "none"
        : read.traceIdText() + " " + read.spanIdText() + " " + read.sampled();
  }

  private static String described(Context context) {
    Map<String, String> entries = new TreeMap<>();
    Baggage.fromContext(context).forEach((key, entry) -> entries.put(key, entry.getValue()));
    return identity(context) + " " + entries;
  }

  private static String described(SpanContext read) {
    String baggage = read == null ? null : read.baggage();
    return identity(read) + " " + new TreeMap<>(BaggageText.entries(baggage));
  }

  private static final class Keyed implements TextMapGetter<Map<String, String>> {
    @Override
    public Iterable<String> keys(Map<String, String> carrier) {
      return carrier.keySet();
    }

    @Override
    public String get(Map<String, String> carrier, String key) {
      return carrier.get(key);
    }
  }

  private static final class Named implements Propagator.Getter<Map<String, String>> {
    @Override
    public String get(Map<String, String> carrier, String name) {
      return carrier.get(name);
    }

    @Override
    public Iterable<String> names(Map<String, String> carrier) {
      return carrier.keySet();
    }
  }
}
