// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import dev.weft.api.Scope;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation in a trace, recorded as plain fields: what an exporter wants of it is worked out
 * when it is exported, on another thread. A span that is not sampled keeps its identity only, and
 * has none before somebody asks for it.
 *
 * <p>Written by one thread at a time until {@link #end()}, read by others afterwards.
 */
public final class Span {
  private static final Object[] NONE = {};

  /** Twelve attributes: what a server says of a request without headers that users chose. */
  private static final int OF_SERVER = 24;

  /** Eight attributes: more than most calls have. */
  private static final int OF_OTHERS = 16;

  private static final int MORE = 8;

  private final @Nullable SpanContext parent;
  private final boolean sampled;
  private final Scope scope;
  private final SpanKind kind;
  private final int protocols;
  long clockOffset;
  long startNanos;

  private String name;
  private Object[] attributes = NONE;
  private int size;
  private boolean sharing;
  private SpanHistory history = SpanHistory.NONE;
  private boolean failed;
  private long endNanos;
  private volatile boolean ended;
  private volatile @Nullable SpanContext context;
  private @Nullable Enclosing enclosing;

  /**
   * Creates one that begins.
   *
   * @param context null for one that is not sampled, to be given an identity when it needs one
   * @param parent of one without identity, any span of its trace that is not sampled, or null
   */
  Span(
      @Nullable SpanContext context,
      @Nullable SpanContext parent,
      Scope scope,
      String name,
      SpanKind kind,
      int protocols,
      long clockOffset,
      long startNanos) {
    this.context = context;
    this.sampled = context != null && context.sampled();
    this.parent = parent;
    this.scope = scope;
    this.name = name;
    this.kind = kind;
    this.protocols = protocols;
    this.clockOffset = clockOffset;
    this.startNanos = startNanos;
  }

  /**
   * Returns whether a new span of these would differ in nothing that anybody has seen: this one is
   * not sampled, was never asked who it is, and works for nobody who is told of spans.
   */
  boolean serves(@Nullable SpanContext of, Scope by, SpanKind as, int covering) {
    return !sampled
        && context == null
        && enclosing == null
        && parent == of
        && scope == by
        && kind == as
        && protocols == covering;
  }

  /** Begins anew, for another operation that it {@link #serves}. */
  Span again(String newName, long offset, long now) {
    name = newName;
    clockOffset = offset;
    startNanos = now;
    endNanos = 0;
    ended = false;
    failed = false;
    return this;
  }

  /** Has it end before it begins: it records nothing and is not exported. */
  Span spent() {
    endNanos = startNanos;
    ended = true;
    return this;
  }

  /** Returns the identity that is propagated. */
  public SpanContext context() {
    SpanContext known = context;
    return known == null ? identified() : known;
  }

  private synchronized SpanContext identified() {
    SpanContext known = context;
    if (known == null) {
      known = Tracing.identity(parent, false);
      context = known;
    }
    return known;
  }

  /** Returns what a child needs to know that is not sampled either: of which trace it is. */
  SpanContext trace() {
    return sampled || context != null || parent == null ? context() : parent;
  }

  /** Returns whether the span is exported when it ends. */
  public boolean sampled() {
    return sampled;
  }

  /** Returns whether attributes are kept and the span is exported. */
  public boolean recording() {
    return sampled && !ended;
  }

  /** Sets or replaces an attribute; null is ignored. */
  public Span set(String key, @Nullable String value) {
    return value == null ? this : attribute(key, value);
  }

  /** Sets or replaces an attribute. */
  public Span set(String key, long value) {
    return attribute(key, Numbers.boxed(value));
  }

  /** Sets or replaces an attribute. */
  public Span set(String key, boolean value) {
    return attribute(key, value);
  }

  /** Sets or replaces an attribute. */
  public Span set(String key, double value) {
    return attribute(key, value);
  }

  /** Sets or replaces an attribute that is a list of texts; the array is not copied. */
  public Span set(String key, String[] values) {
    return attribute(key, values);
  }

  /** Renames the span. */
  public void name(String newName) {
    name = newName;
  }

  /** Marks the operation as failed: status ERROR. */
  public void failed() {
    failed = true;
  }

  /** Marks the operation as failed and records the exception as an event, the first one only. */
  public void failed(Throwable exception) {
    failed = true;
    if (recording() && thrown() == null && Tracing.exceptionEvents()) {
      SpanEvent event = new SpanEvent(exception, time() + clockOffset);
      SpanHistory known = history();
      known.exception = event;
      known.add(event);
    }
  }

  /**
   * Records that something happened now. Beyond the limit of events it is only counted.
   *
   * @param keysAndValues attributes, keys and values in turn; values as attributes have them, or
   *     null to leave one out; the array is not copied
   */
  public Span event(String event, @Nullable Object... keysAndValues) {
    if (recording()) {
      history().add(new SpanEvent(event, time() + clockOffset, keysAndValues));
    }
    return this;
  }

  /** Links to a span that is related and not the parent; what is no identity is ignored. */
  public Span link(@Nullable SpanContext other) {
    if (other != null && other.valid() && recording()) {
      history().add(other);
    }
    return this;
  }

  private SpanHistory history() {
    if (history == SpanHistory.NONE) {
      history = new SpanHistory();
    }
    return history;
  }

  /** Sets who is told of this span and of what is started below it from now on. */
  public Span enclosing(@Nullable Enclosing operation) {
    enclosing = operation;
    return this;
  }

  /** Returns who is told of this span and of what is started below it, or null. */
  public @Nullable Enclosing enclosing() {
    return enclosing;
  }

  /**
   * Sets when the operation has ended, before what it came to is recorded, and {@link #end} called:
   * all of that is told as of then.
   *
   * @param nanos by {@code System.nanoTime}
   */
  public void endsAt(long nanos) {
    if (!ended) {
      endNanos = nanos;
    }
  }

  /** Returns the time of what is recorded now. */
  private long time() {
    return endNanos == 0 ? System.nanoTime() : endNanos;
  }

  /** Ends the span and hands it to the exporter; only the first call counts. */
  public void end() {
    if (ended) {
      return;
    }
    endNanos = now();
    ended = true;
    if (sampled) {
      Tracing.sink().ended(this);
    }
    Enclosing told = enclosing;
    if (told != null) {
      told.ended(this);
    }
  }

  /** Makes room for so many attributes, before the first one is set. */
  public void reserve(int count) {
    if (size == 0 && recording()) {
      attributes = new Object[2 * count];
    }
  }

  /**
   * Sets the first attributes all at once, of spans that have them in common.
   *
   * @param keysAndValues in turn, each key once; not written to, and not to be written to any more
   * @param length how much of that there is
   */
  public void share(Object[] keysAndValues, int length) {
    if (size == 0 && recording()) {
      attributes = keysAndValues;
      size = length;
      sharing = true;
    }
  }

  /**
   * Sets or replaces an attribute.
   *
   * @param value String, Long, Double, Boolean or String[], which is not copied
   */
  public Span attribute(String key, Object value) {
    if (!recording()) {
      return this;
    }
    for (int i = 0; i < size; i += 2) {
      if (attributes[i].equals(key)) {
        own(size);
        attributes[i + 1] = value;
        return this;
      }
    }
    own(size + 2);
    attributes[size] = key;
    attributes[size + 1] = value;
    size += 2;
    return this;
  }

  /** Has an array of its own with room up to an index. */
  private void own(int needed) {
    if (sharing || needed > attributes.length) {
      int first = kind == SpanKind.SERVER ? OF_SERVER : OF_OTHERS;
      attributes = Arrays.copyOf(attributes, size == 0 ? first : size + MORE);
      sharing = false;
    }
  }

  int protocols() {
    return protocols;
  }

  /** Returns the identity of the parent, or null; of a span that is not sampled, that of any. */
  public @Nullable SpanContext parent() {
    return parent;
  }

  /** Returns the id of the parent, or 0. */
  public long parentSpanId() {
    return parent == null ? 0 : parent.spanId();
  }

  /** Returns what recorded the span. */
  public Scope scope() {
    return scope;
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the role. */
  public SpanKind kind() {
    return kind;
  }

  /** Returns how long the operation took so far or in all, in nanoseconds. */
  public long durationNanos() {
    return (ended ? endNanos : now()) - startNanos;
  }

  /** Reads the clock, unless it was not read at the start either. */
  private long now() {
    return startNanos == 0 ? 0 : time();
  }

  /** Returns the start in nanoseconds since the epoch. */
  public long startEpochNanos() {
    return startNanos + clockOffset;
  }

  /** Returns the end in nanoseconds since the epoch. */
  public long endEpochNanos() {
    return endNanos + clockOffset;
  }

  /** Returns how many attributes are set. */
  public int attributeCount() {
    return size / 2;
  }

  /** Returns the key of attribute {@code i}. */
  public String attributeKey(int i) {
    return (String) attributes[2 * i];
  }

  /** Returns attribute {@code i}: String, Long, Double, Boolean or String[]. */
  public Object attributeValue(int i) {
    return attributes[2 * i + 1];
  }

  /** Returns whether the operation failed. */
  public boolean isFailed() {
    return failed;
  }

  /** Returns the exception to be exported as an event, or null. */
  public @Nullable Throwable thrown() {
    SpanEvent exception = history.exception;
    return exception == null ? null : exception.thrown();
  }

  /** Returns the events that are kept, that of an exception among them, in their order. */
  public List<SpanEvent> events() {
    return history.events;
  }

  /** Returns how many events there were. */
  public int eventCount() {
    return history.eventCount;
  }

  /** Returns the links that are kept, in their order. */
  public List<SpanContext> links() {
    return history.links;
  }

  /** Returns how many links there were. */
  public int linkCount() {
    return history.linkCount;
  }
}
