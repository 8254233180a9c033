// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Takes nodes for what they should be, and says where they are not. */
final class Nodes {
  private static final String STANDARD = Tag.PREFIX;

  private final Problems problems;

  Nodes(Problems problems) {
    this.problems = problems;
  }

  /** Returns a text, or null and a problem. */
  @Nullable String text(Node node, String what) {
    if (!tagged(node) && node instanceof ScalarNode && !node.getTag().equals(Tag.NULL)) {
      return ((ScalarNode) node).getValue();
    }
    problems.wrong(node, what + " has to be a text, not " + kind(node));
    return null;
  }

  /** Returns the elements of a list, or the node alone where it is none. */
  List<Node> list(Node node) {
    return node instanceof SequenceNode
        ? ((SequenceNode) node).getValue()
        : Collections.singletonList(node);
  }

  /** Returns texts of a text or a list of them, without those that are none. */
  List<String> texts(Node node, String what) {
    List<String> texts = new ArrayList<>();
    for (Node element : list(node)) {
      String text = text(element, what);
      if (text != null) {
        texts.add(text);
      }
    }
    if (node instanceof SequenceNode && ((SequenceNode) node).getValue().isEmpty()) {
      problems.wrong(node, what + " is an empty list");
    }
    return texts;
  }

  boolean flag(Node node, String what) {
    String text = text(node, what);
    if (text != null && !text.equals("true") && !text.equals("false")) {
      problems.wrong(node, what + " has to be true or false, not " + text);
    }
    return "true".equals(text);
  }

  /** Returns the place of a word among those that there are, or 0 and a problem. */
  int choice(Node node, String what, List<String> known) {
    String word = text(node, what);
    int found = word == null ? 0 : known.indexOf(word);
    if (found < 0 && word != null) {
      problems.unknown(node, what + " cannot be " + word, word, known);
    }
    return Math.max(found, 0);
  }

  /** Returns a number above 0, or 0 and a problem. */
  int positive(Node node, String what) {
    String text = text(node, what);
    if (text == null) {
      return 0;
    }
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    problems.wrong(node, what + " has to be a whole number above 0, not " + text);
    return 0;
  }

  /** Whether it has a tag of its own, which is a problem. */
  boolean tagged(Node node) {
    boolean own = !node.getTag().getValue().startsWith(STANDARD);
    if (own) {
      problems.wrong(node, "tags are not taken: " + node.getTag().getValue());
    }
    return own;
  }

  static String kind(Node node) {
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    return node.getTag().equals(Tag.NULL) ? "nothing" : ((ScalarNode) node).getValue();
  }
}
