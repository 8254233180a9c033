// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * How a {@link TelemetryFile} is laid out: a line for each entry, and one for a list of numbers.
 */
final class TelemetryLayout extends Representer {
  static final List<String> TOP =
      List.of("library", "propagation", "scopes", "spans", "metrics", "logs", "mdc");
  static final List<String> SPAN = List.of("kind", "name", "when", "untested", "attributes");
  static final List<String> METRIC =
      List.of("name", "type", "unit", "description", "when", "untested", "buckets", "attributes");

  private TelemetryLayout(DumperOptions options) {
    super(options);
  }

  static String print(TelemetryFile file) {
    Map<String, Object> content = ordered(file.content(), TOP);
    content.replace("spans", file.spans().stream().map(span -> ordered(span, SPAN)).toList());
    content.replace("metrics", file.metrics().stream().map(m -> ordered(m, METRIC)).toList());
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.BLOCK);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    options.setWidth(Integer.MAX_VALUE);
    options.setSplitLines(false);
    return new Yaml(new TelemetryLayout(options), options).dump(content);
  }

  private static Map<String, Object> ordered(Map<String, Object> entry, List<String> order) {
    Map<String, Object> sorted = new TreeMap<>(Comparator.comparing(order::indexOf));
    sorted.putAll(entry);
    return new LinkedHashMap<>(sorted);
  }

  @Override
  protected Node representSequence(Tag tag, Iterable<?> values, FlowStyle style) {
    boolean numbers = ((Collection<?>) values).stream().allMatch(Number.class::isInstance);
    return super.representSequence(tag, values, numbers ? FlowStyle.FLOW : style);
  }
}
