// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.SpanContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The propagators of {@code OTEL_PROPAGATORS}. */
public final class Propagators {
  private Propagators() {}

  /** Returns one that does what all the named ones do; the last one that reads a trace wins. */
  public static Propagator of(List<String> names) {
    List<Propagator> chosen = new ArrayList<>();
    for (String name : names) {
      switch (name) {
        case "tracecontext":
          chosen.add(new TraceContext());
          break;
        case "baggage":
          chosen.add(new Baggage());
          break;
        case "b3":
          chosen.add(new B3(true));
          break;
        case "b3multi":
          chosen.add(new B3(false));
          break;
        case "jaeger":
          chosen.add(new Jaeger());
          break;
        case "ottrace":
          chosen.add(new OtTrace());
          break;
        case "xray":
          chosen.add(new Xray(false));
          break;
        case "xray-lambda":
          chosen.add(new Xray(true));
          break;
        default:
          break;
      }
    }
    return chosen.isEmpty() ? Propagator.NONE : new All(chosen.toArray(new Propagator[0]));
  }

  private static final class All implements Propagator {
    private final Propagator[] all;

    All(Propagator[] all) {
      this.all = all;
    }

    @Override
    public <C> void inject(SpanContext context, C carrier, Setter<C> setter) {
      for (Propagator propagator : all) {
        propagator.inject(context, carrier, setter);
      }
    }

    @Override
    public <C> @Nullable SpanContext extract(
        @Nullable SpanContext before, C carrier, Getter<C> getter) {
      SpanContext read = before;
      for (Propagator propagator : all) {
        read = propagator.extract(read, carrier, getter);
      }
      return read;
    }
  }
}
