// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

/** What has a key with dots of its own: {@code context.scan.id}. Immutable. */
final class Keyed extends Expression {
  private final String root;
  private final String key;

  Keyed(String root, String key, String text) {
    super(text);
    this.root = root;
    this.key = key;
  }

  @Override
  public boolean mentions(Root asked) {
    return asked == Root.BELOW && root.equals("below");
  }

  @Override
  Value bind(Binding binding) {
    switch (root) {
      case "context":
        return Value.root(Object.class, moment -> moment.context(key));
      case "below":
        return Value.root(Object.class, moment -> moment.below(key));
      default:
        return Value.root(Object.class, moment -> moment.resource(key));
    }
  }
}
