// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** What a file of YAML or JSON holds, as plain objects; only true and false are truth values. */
final class Plain {
  private Plain() {}

  static Object of(File file) {
    List<dev.weft.engine.rules.model.RuleProblem> problems = new ArrayList<>();
    Node root = Document.read(file, new Problems(file.getPath(), problems));
    if (root == null) {
      throw new IllegalArgumentException(problems.get(0).line());
    }
    return of(root);
  }

  private static Object of(Node node) {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().map(Plain::of).toList();
    }
    if (node instanceof MappingNode mapping) {
      Map<String, Object> entries = new LinkedHashMap<>();
      for (NodeTuple entry : mapping.getValue()) {
        entries.put(((ScalarNode) entry.getKeyNode()).getValue(), of(entry.getValueNode()));
      }
      return entries;
    }
    String text = ((ScalarNode) node).getValue();
    if (node.getTag().equals(Tag.INT)) {
      return Integer.valueOf(text);
    }
    if (node.getTag().equals(Tag.FLOAT)) {
      return Double.valueOf(text);
    }
    boolean flag = node.getTag().equals(Tag.BOOL) && text.matches("true|false");
    return flag ? Boolean.valueOf(text) : text;
  }
}
