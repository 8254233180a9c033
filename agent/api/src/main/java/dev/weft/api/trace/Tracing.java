// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import dev.weft.api.Scope;
import dev.weft.api.metrics.Metrics;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The current span of each thread, and how spans are started. Thread-safe. */
public final class Tracing {
  private static volatile SpanSink sink = new Nowhere();
  private static volatile Sampler sampler = Samplers.parentBased(Samplers.ALWAYS_ON);
  private static volatile Propagator propagator = Propagator.NONE;
  private static volatile boolean threadDetails;
  private static volatile boolean passing;
  private static volatile boolean exceptionEvents = true;
  private static volatile Suppression suppression = Suppression.SEMCONV;
  private static volatile @Nullable BaggageAttributes baggageAttributes;

  private Tracing() {}

  /** A class, not a lambda, as in {@link Samplers}. */
  private static final class Nowhere implements SpanSink {
    @Override
    public void ended(Span span) {}
  }

  /**
   * Connects recording to an exporter; called by the engine before anything is woven.
   *
   * @param withThreads whether every span carries {@code thread.id} and {@code thread.name}
   */
  public static void install(
      SpanSink spans, Sampler sampling, Propagator propagation, boolean withThreads) {
    sink = spans;
    sampler = sampling;
    propagator = propagation;
    threadDetails = withThreads;
  }

  /**
   * Records nothing from now on, and passes on the context of callers as it came; called by the
   * engine before anything is woven.
   */
  public static void passOnOnly() {
    passing = true;
  }

  /**
   * Sets what few users change; called by the engine before anything is woven.
   *
   * @param nested which nested calls are recorded
   * @param withExceptions whether spans get an event for their exception
   * @param fromBaggage copies entries of the baggage to each span, or null
   */
  public static void install(
      Suppression nested, boolean withExceptions, @Nullable BaggageAttributes fromBaggage) {
    suppression = nested;
    exceptionEvents = withExceptions;
    baggageAttributes = fromBaggage;
  }

  /** Sets how many events and links a span keeps; called by the engine before anything is woven. */
  public static void limit(int eventsPerSpan, int linksPerSpan) {
    SpanHistory.limit(eventsPerSpan, linksPerSpan);
  }

  static boolean exceptionEvents() {
    return exceptionEvents;
  }

  /** Returns the span that the current thread works for, or null. */
  public static @Nullable Span current() {
    return Carried.here().span;
  }

  /**
   * Makes a span the current one of this thread, or none with null.
   *
   * @return the one before, which is to be given back to this method in a {@code finally}
   */
  public static @Nullable Span makeCurrent(@Nullable Span span) {
    Carried carried = Carried.here();
    Span before = carried.span;
    carried.span = span;
    return before;
  }

  /** Returns what reads and writes trace headers. */
  public static Propagator propagator() {
    return propagator;
  }

  /**
   * Returns whether a call of this protocol is not to be recorded: it is a part of one that is, one
   * level up, or the thread is silent.
   */
  public static boolean suppressed(Protocol protocol) {
    Carried carried = Carried.here();
    Span current = carried.span;
    int covered = current == null ? carried.silent : carried.silent | current.protocols();
    return (covered & protocol.bits()) == protocol.bits();
  }

  /** Returns whether calls of this protocol were silenced on this thread. */
  public static boolean silent(Protocol protocol) {
    return (Carried.here().silent & protocol.bits()) == protocol.bits();
  }

  /** Has calls of this protocol recorded on this thread or not, whatever is current. */
  public static void silence(Protocol protocol, boolean silent) {
    Carried carried = Carried.here();
    carried.silent = silent ? carried.silent | protocol.bits() : carried.silent & ~protocol.bits();
  }

  /** Starts a client call as a child of the current span. */
  public static Span startClient(Scope scope, String name, Protocol protocol) {
    return startClient(scope, name, protocol, null);
  }

  /**
   * Starts a client call as a child of the current span.
   *
   * @param spare an ended one that nobody refers to any more, or null: it is what is returned, if
   *     nothing is known of it or recorded in it by which it differs from a new one
   */
  public static Span startClient(
      Scope scope, String name, Protocol protocol, @Nullable Span spare) {
    Span parent = current();
    int protocols = suppression.covered(protocol) | (parent == null ? 0 : parent.protocols());
    return start(scope, name, SpanKind.CLIENT, protocols, parent, context(parent), 0, spare);
  }

  /** Starts an internal operation as a child of the current span. */
  public static Span startInternal(Scope scope, String name) {
    Span parent = current();
    int protocols = parent == null ? 0 : parent.protocols();
    return start(scope, name, SpanKind.INTERNAL, protocols, parent, context(parent), 0, null);
  }

  /**
   * Starts an operation of any kind that users have described, below the current span.
   *
   * @param root whether it begins a trace of its own; who encloses the current span still encloses
   *     it
   * @param startNanos when it began, by {@code System.nanoTime}
   */
  public static Span start(Scope scope, String name, SpanKind kind, boolean root, long startNanos) {
    Span current = current();
    Span parent = root ? null : current;
    int protocols = parent == null ? 0 : parent.protocols();
    Span span = start(scope, name, kind, protocols, parent, context(parent), startNanos, null);
    return root && current != null ? span.enclosing(current.enclosing()) : span;
  }

  /**
   * Starts a server call.
   *
   * @param remote what the caller sent, or null
   */
  public static Span startServer(
      Scope scope, String name, Protocol protocol, @Nullable SpanContext remote) {
    return start(scope, name, SpanKind.SERVER, protocol.bits(), null, remote, 0, null);
  }

  static SpanSink sink() {
    return sink;
  }

  private static @Nullable SpanContext context(@Nullable Span span) {
    return span == null ? null : span.trace();
  }

  private static Span start(
      Scope scope,
      String name,
      SpanKind kind,
      int protocols,
      @Nullable Span local,
      @Nullable SpanContext parent,
      long startNanos,
      @Nullable Span spare) {
    if (passing) {
      return passingOn(parent, scope, name, kind, protocols);
    }
    SpanContext known = parent != null && parent.valid() ? parent : null;
    SpanContext context = sampledIdentity(parent, known);
    boolean sampled = context != null && context.sampled();
    if (sampled && known != null && local != null) {
      known = local.context();
    }
    Enclosing enclosing = local == null ? null : local.enclosing();
    long now = startNanos == 0 ? now(sampled || enclosing != null) : startNanos;
    long offset = local == null ? 0 : local.clockOffset;
    if (offset == 0 && now != 0) {
      offset = Clock.offset(now); // the first of its trace that reads the clock
    }
    Span span =
        spare != null && context == null && spare.serves(known, scope, kind, protocols)
            ? spare.again(name, offset, now)
            : new Span(context, known, scope, name, kind, protocols, offset, now);
    if (enclosing != null) {
      span.enclosing(enclosing);
    }
    if (threadDetails) {
      Thread thread = Thread.currentThread();
      span.set("thread.id", threadId(thread)).set("thread.name", thread.getName());
    }
    BaggageAttributes fromBaggage = baggageAttributes;
    if (fromBaggage != null && context != null && sampled && context.baggage() != null) {
      fromBaggage.copy(context.baggage(), span);
    }
    return span;
  }

  /**
   * Returns the identity of a new span, or null if it can wait until somebody asks for it: what is
   * not sampled, like all that is known of its trace, and was not chosen by its id.
   */
  private static @Nullable SpanContext sampledIdentity(
      @Nullable SpanContext parent, @Nullable SpanContext known) {
    Sampler asked = sampler;
    if (known == null) {
      if (parent == null && asked == Samplers.ALWAYS_OFF) {
        return null;
      }
      TraceId traceId = newTrace();
      return identity(traceId, parent, asked.sample(traceId.high, traceId.low, null), true);
    }
    boolean sampled = asked.sample(known.traceIdHigh(), known.traceIdLow(), known);
    return sampled || known.sampled() ? identity(known, sampled) : null;
  }

  /** Makes an identity in the trace of a valid one, or in a new trace. */
  static SpanContext identity(@Nullable SpanContext known, boolean sampled) {
    return known == null
        ? identity(newTrace(), null, sampled, true)
        : identity(known.traceId(), known, sampled, known.random());
  }

  private static SpanContext identity(
      TraceId trace, @Nullable SpanContext parent, boolean sampled, boolean random) {
    return new SpanContext(
        trace,
        nonZero(ThreadLocalRandom.current()),
        sampled,
        random,
        false,
        parent != null && parent.debug(),
        parent == null ? null : parent.traceState(),
        parent == null ? null : parent.baggage());
  }

  private static TraceId newTrace() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new TraceId(random.nextLong(), nonZero(random));
  }

  /** Reads the clock, unless nobody is going to be told how long a span took. */
  private static long now(boolean asked) {
    return asked || Metrics.recorded() ? System.nanoTime() : 0;
  }

  /** {@code Thread.getId()} is deprecated from Java 19 on, and its successor not in Java 8. */
  @SuppressWarnings("deprecation")
  private static long threadId(Thread thread) {
    return thread.getId();
  }

  private static long nonZero(ThreadLocalRandom random) {
    long id;
    do {
      id = random.nextLong();
    } while (id == 0);
    return id;
  }

  /** Creates one that records nothing and has the identity of its parent, if there is one. */
  private static Span passingOn(
      @Nullable SpanContext parent, Scope scope, String name, SpanKind kind, int protocols) {
    SpanContext context = parent == null ? SpanContext.NONE : parent;
    return new Span(context, parent, scope, name, kind, protocols, 0, System.nanoTime()).spent();
  }

  /**
   * Creates one that records nothing and is not exported: what is started below it becomes a child
   * of its parent, or a new trace where there is none. For what a thread carries along besides
   * spans: the {@link Span#enclosing} operation.
   */
  public static Span transparent(@Nullable Span parent, Scope scope, String name) {
    if (parent == null) {
      long now = System.nanoTime();
      long offset = Clock.offset(now);
      return new Span(SpanContext.NONE, null, scope, name, SpanKind.INTERNAL, 0, offset, now)
          .spent();
    }
    return new Span(
            parent.context(),
            parent.parent(),
            scope,
            name,
            SpanKind.INTERNAL,
            parent.protocols(),
            parent.clockOffset,
            parent.startNanos)
        .spent()
        .enclosing(parent.enclosing());
  }
}
