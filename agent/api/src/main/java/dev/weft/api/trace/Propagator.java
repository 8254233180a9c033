// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Reads and writes the headers that carry a trace between processes. Thread-safe. */
public interface Propagator {
  /** Neither reads nor writes. */
  Propagator NONE =
      new Propagator() {
        @Override
        public <C> void inject(SpanContext context, C carrier, Setter<C> setter) {}

        @Override
        public <C> @Nullable SpanContext extract(
            @Nullable SpanContext before, C carrier, Getter<C> getter) {
          return before;
        }
      };

  /** Writes headers into a carrier. */
  <C> void inject(SpanContext context, C carrier, Setter<C> setter);

  /**
   * Reads headers from a carrier.
   *
   * @param before what an earlier propagator has read, or null
   * @return what was read, or {@code before} where there is nothing to be read
   */
  <C> @Nullable SpanContext extract(@Nullable SpanContext before, C carrier, Getter<C> getter);

  /** Sets one header, replacing any value it has. */
  interface Setter<C> {
    /** Sets the header. */
    void set(C carrier, String name, String value);
  }

  /** Gets one header. */
  interface Getter<C> {
    /** Returns the value, or null; the case of the name does not matter. */
    @Nullable String get(C carrier, String name);

    /** Returns the names of all headers; none where they cannot be had. */
    default Iterable<String> names(C carrier) {
      return Collections.emptyList();
    }
  }
}
