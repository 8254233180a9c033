// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Finds keys of metrics of which there are as many values as things in the world. */
final class IdLike {
  private static final Set<String> WORDS =
      new HashSet<>(Arrays.asList("id", "uuid", "guid", "url", "email", "ip", "arn"));

  /** Where a name written like this or LikeThis or like_this is divided. */
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");

  /** What yields a truth value or a number, whatever it looks at. */
  private static final Pattern BOUNDED =
      Pattern.compile("==|!=|<|>|&&|\\|\\||^\\s*(!|count\\(|sum\\(|any\\(|all\\(|size\\()");

  private final Problems problems;

  IdLike(Problems problems) {
    this.problems = problems;
  }

  /** Warns of each key that is one by its name or by its expression. */
  void warn(Node by, String what) {
    for (Map.Entry<String, Node> key :
        Section.open(by, what, new Problems("", new java.util.ArrayList<>()))
            .entries()
            .entrySet()) {
      Node node = key.getValue();
      String expression = node instanceof ScalarNode ? ((ScalarNode) node).getValue() : "";
      boolean bounded = BOUNDED.matcher(expression).find();
      if (!bounded && (endsLikeId(key.getKey()) || endsLikeId(expression))) {
        problems.warn(
            node,
            what
                + ", by, "
                + key.getKey()
                + " looks like an id: ids of resources never belong on metrics, each makes a series"
                + " of its own; put it on the span or a log record");
      }
    }
  }

  static boolean endsLikeId(String name) {
    String[] words = BETWEEN_WORDS.split(name);
    return words.length > 0 && WORDS.contains(words[words.length - 1].toLowerCase(Locale.ROOT));
  }
}
