// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.logs;

import dev.weft.api.trace.SpanContext;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The diagnostic context of one log event, with the identity of a span among its entries; those
 * that the application has set itself win. A layout asks for a few names and no more: that builds
 * no map. Whatever else is done with it is done with a copy of its own, which may be changed.
 *
 * <p>Keeps the identity only: events may wait in a queue, and a span may hold large attributes.
 * Thread-safe as long as it is only read.
 */
public final class CorrelatedContext extends AbstractMap<String, String> implements Serializable {
  private static final long serialVersionUID = 1;

  private final transient @Nullable SpanContext span;
  private transient volatile @Nullable Map<String, String> own;
  private transient volatile @Nullable Map<String, String> copy;

  /**
   * Creates one without entries of the application.
   *
   * @param span null where only the resource is to be added
   */
  public CorrelatedContext(@Nullable SpanContext span) {
    this.span = span;
  }

  /** Takes the application's entries, unless there are some; they are left as they are. */
  public Map<String, String> over(@Nullable Map<String, String> entries) {
    if (own == null) {
      own = entries;
    }
    return this;
  }

  @Override
  public @Nullable String get(@Nullable Object key) {
    Map<String, String> all = copy;
    if (all != null || LogCorrelation.always()) {
      return copy().get(key);
    }
    Map<String, String> entries = own;
    String value = entries == null ? null : entries.get(key);
    if (value != null || span == null || (entries != null && entries.containsKey(key))) {
      return value;
    }
    return LogCorrelation.entry(key, span);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null || copy().containsKey(key);
  }

  @Override
  public @Nullable String put(String key, String value) {
    return copy().put(key, value);
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return copy().entrySet();
  }

  private Map<String, String> copy() {
    Map<String, String> known = copy;
    if (known == null) {
      known = LogCorrelation.with(own, span);
      copy = known;
    }
    return known;
  }

  /** Whoever reads it elsewhere has no such class. */
  private Object writeReplace() {
    return new HashMap<>(copy());
  }
}
