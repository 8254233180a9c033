// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.Collection;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** How a {@link TelemetryFile} is laid out: a line for each entry, and one for a list of numbers. */
final class TelemetryLayout extends Representer {
  private TelemetryLayout(DumperOptions options) {
    super(options);
  }

  static String print(Map<String, Object> content) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.BLOCK);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    options.setWidth(Integer.MAX_VALUE);
    options.setSplitLines(false);
    return new Yaml(new TelemetryLayout(options), options).dump(content);
  }

  @Override
  protected Node representSequence(Tag tag, Iterable<?> values, FlowStyle style) {
    boolean numbers = ((Collection<?>) values).stream().allMatch(Number.class::isInstance);
    return super.representSequence(tag, values, numbers ? FlowStyle.FLOW : style);
  }
}
