// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.index;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.Methods;
import dev.weft.api.Weaver;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an instrumentation has said to its weaver, rule by rule. */
final class Rules implements Weaver {
  private final List<Rule> rules = new ArrayList<>();
  private final String packageName;

  private Rules(LibraryInstrumentation instrumentation) {
    String type = instrumentation.getClass().getName();
    packageName = type.substring(0, type.lastIndexOf('.') + 1);
  }

  /** Asks an instrumentation for its rules. */
  static List<Rule> of(LibraryInstrumentation instrumentation) {
    Rules rules = new Rules(instrumentation);
    instrumentation.weave(rules);
    return rules.rules;
  }

  @Override
  public Target types(String... names) {
    List<String> internal = new ArrayList<>();
    for (String name : names) {
      internal.add(name.replace('.', '/'));
    }
    return add(new Rule(internal, null));
  }

  @Override
  public Target subtypesOf(String root, String... hints) {
    List<String> internal = new ArrayList<>();
    for (String hint : hints) {
      internal.add(hint.replace('.', '/'));
    }
    return add(new Rule(internal, root.replace('.', '/')));
  }

  private Target add(Rule rule) {
    rules.add(rule);
    return new Target() {
      @Override
      public Target method(Methods methods, String advice) {
        rule.advice.add(new AdvisedMethod(methods, packageName + advice));
        return this;
      }

      @Override
      public Target carrying() {
        rule.carrying = true;
        return this;
      }
    };
  }

  /** Which classes, and what is done to them. */
  static final class Rule {
    final List<String> names;
    final @Nullable String root;
    final List<AdvisedMethod> advice = new ArrayList<>();
    boolean carrying;

    Rule(List<String> names, @Nullable String root) {
      this.names = names;
      this.root = root;
    }

    /** Returns internal names of classes, or hints where there is a root. */
    List<String> names() {
      return names;
    }

    /** Returns the internal name of the root of a hierarchy, or null. */
    @Nullable String root() {
      return root;
    }

    /** Returns the names of the advice classes. */
    List<String> adviceClasses() {
      List<String> classes = new ArrayList<>();
      for (AdvisedMethod method : advice) {
        classes.add(method.advice);
      }
      return classes;
    }
  }

  /** Which methods, and the name of the advice class. */
  static final class AdvisedMethod {
    final Methods methods;
    final String advice;

    AdvisedMethod(Methods methods, String advice) {
      this.methods = methods;
      this.advice = advice;
    }
  }
}
