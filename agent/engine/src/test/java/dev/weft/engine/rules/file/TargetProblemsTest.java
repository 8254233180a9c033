// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.engine.rules.model.MethodPattern;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetProblemsTest {
  @TempDir Path folder;

  private RuleFiles.Outcome on(String on) {
    return Written.file(folder, "rules:\n  place:\n    span: {}\n    on: " + on + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{class: a.B, implements: a.C, method: m} |"
            + " on has both class and implements; one is possible",
        "{method: m} | on needs one of class, implements, extends, annotated",
        "{class: a.B} | on names no method; * stands for all public ones",
        "{clas: a.B, class: a.B, method: m} | on has no clas; did you mean class?",
        "{class: a/B, method: m} | on, class: 'a/B' is no full name of a class",
        "{class: [], method: m} | on, class is an empty list",
        "{class: a.B, method: []} | on, method is an empty list",
        "{class: a.B, method: m(a, b)} |" + " on ends at a comma: quote the text that ends with b)",
        "{class: a.B, method: 'm(a'} |"
            + " method m(a cannot be read: its parameters do not end with )",
        "{class: a.B, method: 'm(a,)'} | method m(a,) cannot be read: '' is no parameter",
        "{class: a.B, method: 'm(List<A> a)'} |"
            + " method m(List<A> a) cannot be read: 'List<A> a' is no parameter",
        "{class: a.B, method: 'm(a, a)'} |"
            + " method m(a, a) cannot be read: two parameters are called a",
        "{class: a.B, method: 'm(span)'} | method m(span) cannot be read: 'span' means something"
            + " else in expressions: name it otherwise",
        "{class: a.B, method: <init>} |"
            + " method <init> cannot be read: constructors are not for rules",
        "{class: a.B, method: '*(a)'} |"
            + " method *(a) cannot be read: * stands for all methods, whatever their parameters",
        "{class: a.B, method: 5m} | method 5m cannot be read: '5m' is no name of a method",
      })
  void problem_ofTarget_saysWhat(String on, String expected) {
    assertThat(Written.lines(on(on), folder)).contains("rules.yaml:4: " + expected);
  }

  @Test
  void problem_ofMissingTarget_isAtTheRule() {
    assertThat(Written.lines(Written.file(folder, "rules:\n  a:\n    span: {}\n"), folder))
        .containsExactly("rules.yaml:2: rule a does not say on what: on is missing");
  }

  @Test
  void method_withTypesAndNames_knowsBoth() {
    RuleFiles.Outcome outcome =
        on("{class: a.B, method: ['m(Scan scan, java.util.List, x, int, String... rest)', 'n()']}");

    List<MethodPattern> methods = outcome.rules.rules.get(0).on.methods;
    assertThat(outcome.problems).isEmpty();
    assertThat(methods.get(0).parameters)
        .extracting(parameter -> parameter.type + " " + parameter.name)
        .containsExactly("Scan scan", "java.util.List ", " x", "int ", "String[] rest");
    assertThat(methods.get(1).parameters).isEmpty();
  }

  @Test
  void method_alone_meansAllOverloads() {
    assertThat(on("{class: a.B, method: m}").rules.rules.get(0).on.methods.get(0).parameters)
        .isNull();
  }

  @Test
  void annotated_withoutMethod_meansAnyAnnotated() {
    RuleFiles.Outcome outcome = on("{annotated: a.Traced}");

    assertThat(outcome.problems).isEmpty();
    assertThat(outcome.rules.rules.get(0).on.methods).isEmpty();
  }
}
