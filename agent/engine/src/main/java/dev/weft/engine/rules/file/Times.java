// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.engine.rules.expression.Expression;
import dev.weft.engine.rules.expression.Expression.Root;
import dev.weft.engine.rules.model.At;
import dev.weft.engine.rules.model.Formula;
import dev.weft.engine.rules.model.NamedFormula;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what the formulas of one part are about, to find out when it can be worked out. */
final class Times {
  private final Problems problems;
  private boolean returned;
  private boolean thrown;
  private boolean end;

  Times(Problems problems) {
    this.problems = problems;
  }

  Times with(@Nullable Formula formula) {
    if (formula != null) {
      Expression expression = formula.expression;
      returned |= expression.mentions(Root.RETURN);
      thrown |= expression.mentions(Root.THROWN);
      end |= expression.mentions(Root.DURATION) || expression.mentions(Root.BELOW);
    }
    return this;
  }

  Times with(List<NamedFormula> formulas) {
    for (NamedFormula one : formulas) {
      with(one.value);
    }
    return this;
  }

  /** Returns the time that is written, checked, or the one that follows from the formulas. */
  At at(@Nullable Node written, At otherwise) {
    if (written != null) {
      At[] times = {At.ENTRY, At.RETURN, At.THROW, At.EXIT};
      At at = times[new Nodes(problems).choice(written, "at", Vocabulary.TIMES)];
      check(written, at);
      return at;
    }
    if (returned != thrown && !(thrown && end)) {
      return returned ? At.RETURN : At.THROW;
    }
    return returned || end ? At.EXIT : otherwise;
  }

  /** Says that something that is worked out before the method runs is about what comes later. */
  void onEntry(@Nullable Node node, String what) {
    if (node != null && late() != null) {
      problems.wrong(node, what + " is worked out at entry, where there is no " + late() + " yet");
    }
  }

  private void check(Node node, At at) {
    if (at == At.ENTRY && late() != null) {
      problems.wrong(node, "at entry there is no " + late() + " yet");
    } else if (at == At.RETURN && thrown && !returned) {
      problems.wrong(node, "at return there is no thrown; did you mean throw?");
    } else if (at == At.THROW && returned && !thrown) {
      problems.wrong(node, "at throw there is no return; did you mean return?");
    }
  }

  private @Nullable String late() {
    if (returned) {
      return "return";
    }
    if (thrown) {
      return "thrown";
    }
    return end ? "duration or below" : null;
  }
}
