// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.api.Scope;
import dev.weft.api.metrics.Instrument;
import dev.weft.api.metrics.Metrics;
import dev.weft.engine.rules.model.MetricPart;
import dev.weft.engine.rules.model.NamedFormula;
import dev.weft.engine.rules.model.Place;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The instruments of all rules: each once, whatever number of methods measures with it. They
 * outlive a change of the rules that leaves them as they are. Thread-safe.
 */
public final class RuleInstruments {
  private final Map<String, Known> known = new HashMap<>();

  /**
   * Returns the instrument of a metric, or null where another of that name is of another shape.
   *
   * @param problems told of that
   */
  synchronized @Nullable RuleInstrument of(
      MetricPart metric, String scope, BiConsumer<Place, String> problems) {
    String key = scope + '|' + metric.name;
    String shape = shape(metric);
    Known found = known.get(key);
    if (found == null) {
      found = new Known(shape, metric.place, RuleInstrument.of(metric, Scope.of(scope)));
      known.put(key, found);
    } else if (!found.shape.equals(shape)) {
      problems.accept(
          metric.place,
          metric.name
              + ": has another kind, unit or attributes at "
              + found.place
              + ": one metric, one shape");
      return null;
    }
    return found.instrument;
  }

  /** Keeps those that other rules have as well, exports the others no more. */
  public synchronized void keep(Iterable<MetricOfScope> wanted) {
    Set<String> keys = new HashSet<>();
    for (MetricOfScope one : wanted) {
      String key = one.scope + '|' + one.metric.name;
      Known found = known.get(key);
      if (found != null && found.shape.equals(shape(one.metric))) {
        found.instrument.instrument().limit(one.metric.maxSeries);
        found.instrument.forget();
        keys.add(key);
      }
    }
    known.entrySet().removeIf(one -> !keys.contains(one.getKey()) && removed(one.getValue()));
  }

  private static boolean removed(Known one) {
    Instrument instrument = one.instrument.instrument();
    Metrics.remove(instrument);
    return true;
  }

  private static String shape(MetricPart metric) {
    StringBuilder shape = new StringBuilder(metric.kind.name());
    shape.append('|').append(metric.unit).append('|').append(metric.buckets);
    shape.append('|').append(metric.maxValues);
    for (NamedFormula attribute : metric.by) {
      shape.append('|').append(attribute.name);
    }
    return shape.toString();
  }

  /** A metric and the scope that it is in. */
  public static final class MetricOfScope {
    private final String scope;
    private final MetricPart metric;

    /** Creates it. */
    public MetricOfScope(String scope, MetricPart metric) {
      this.scope = scope;
      this.metric = metric;
    }
  }

  /** An instrument and what it is like. */
  private static final class Known {
    private final String shape;
    private final Place place;
    private final RuleInstrument instrument;

    Known(String shape, Place place, RuleInstrument instrument) {
      this.shape = shape;
      this.place = place;
      this.instrument = instrument;
    }
  }
}
