// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The entries of one mapping, in their order. Immutable. */
final class Section {
  final Node node;
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Map<String, Node> values = new LinkedHashMap<>();

  private Section(Node node) {
    this.node = node;
  }

  /** Reads a mapping whose keys are names that the user chooses. */
  static Section open(Node node, String what, Problems problems) {
    Section section = new Section(node);
    if (!(node instanceof MappingNode)) {
      problems.wrong(node, what + " has to be a mapping, not " + Nodes.kind(node));
      return section;
    }
    if (!new Nodes(problems).tagged(node)) {
      for (NodeTuple entry : ((MappingNode) node).getValue()) {
        section.add(entry, what, problems);
      }
    }
    return section;
  }

  /** Reads a mapping that has some keys and no others. */
  static Section of(Node node, String what, Problems problems, List<String> known) {
    Section section = open(node, what, problems);
    for (Map.Entry<String, Node> key : section.keys.entrySet()) {
      String name = key.getKey();
      if (known.contains(name)) {
        continue;
      }
      Node value = section.values.get(name);
      boolean cut = value != null && value.getTag().equals(Tag.NULL) && name.indexOf(')') >= 0;
      if (cut) {
        problems.wrong(
            key.getValue(), what + " ends at a comma: quote the text that ends with " + name);
      } else {
        problems.unknown(key.getValue(), what + " has no " + name, name, known);
      }
    }
    return section;
  }

  private void add(NodeTuple entry, String what, Problems problems) {
    Node key = entry.getKeyNode();
    if (!(key instanceof ScalarNode)) {
      problems.wrong(key, "a key of " + what + " has to be a text, not " + Nodes.kind(key));
      return;
    }
    String name = ((ScalarNode) key).getValue();
    if (name.isEmpty() || key.getTag().equals(Tag.NULL)) {
      problems.wrong(key, what + " has an empty key");
    } else if (key.getTag().equals(Tag.MERGE)) {
      problems.wrong(key, "mappings are not merged by <<");
    } else if (keys.putIfAbsent(name, key) != null) {
      problems.wrong(key, what + " has " + name + " twice");
    } else {
      values.put(name, entry.getValueNode());
    }
  }

  @Nullable Node get(String key) {
    return values.get(key);
  }

  /** Returns where a key is written. */
  Node key(String key) {
    Node found = keys.get(key);
    return found == null ? node : found;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Map<String, Node> entries() {
    return Collections.unmodifiableMap(values);
  }

  /** Returns the one of some keys that is there, or null and a problem where that is not so. */
  @Nullable String only(List<String> keysInQuestion, String what, Problems problems) {
    String found = null;
    for (String key : keysInQuestion) {
      if (has(key) && found != null) {
        problems.wrong(key(key), what + " has both " + found + " and " + key + "; one is possible");
        return null;
      }
      found = has(key) ? key : found;
    }
    if (found == null && node instanceof MappingNode) {
      problems.wrong(node, what + " needs one of " + String.join(", ", keysInQuestion));
    }
    return found;
  }
}
