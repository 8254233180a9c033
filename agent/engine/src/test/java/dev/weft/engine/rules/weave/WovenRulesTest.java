// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which calls of which methods are recorded, and what rules are given of them. */
class WovenRulesTest {
  @TempDir Path folder;

  private static final String RUN =
      """
      run:
        on: {extends: $@Base, method: run(x)}
        span: {name: run, attributes: {x: x, of: simpleName(this), is: return}}
      """;

  @Test
  void superCalls_arePartOfTheOneThatOverrides() throws Exception {
    try (Ruled ruled = new Ruled(folder, RUN)) {
      assertThat(ruled.run("base")).isEqualTo("base x");
      assertThat(ruled.run("sub")).isEqualTo("base x, other x");
      assertThat(ruled.run("lowest")).isEqualTo("base x, other x!");

      assertThat(ruled.spans())
          .containsExactly(
              "run {is=base x, of=Base, x=x}",
              "run {is=base x, other x, of=Sub, x=x}",
              "run {is=base x, other x!, of=Lowest, x=x}");
    }
  }

  @Test
  void superCalls_underTwoRules_areRecordedOnceByEach() throws Exception {
    String other = RUN.replace("run:", "other:").replace("name: run", "name: other");
    try (Ruled ruled = new Ruled(folder, RUN + other)) {
      ruled.run("lowest");

      assertThat(ruled.spans())
          .containsExactly(
              "other < run {is=base x, other x!, of=Lowest, x=x}",
              "run {is=base x, other x!, of=Lowest, x=x}");
    }
  }

  /** They are of the same object and of a class above, but calls of their own. */
  @Test
  void otherMethods_ofTheSameObject_areNoSuperCalls() throws Exception {
    try (Ruled ruled =
        new Ruled(
            folder,
            """
            both:
              on: {extends: $@Base, method: [run(x), other(x)]}
              span: {attributes: {is: return}}
            """)) {
      ruled.run("sub");

      assertThat(ruled.spans())
          .containsExactly(
              "App$Base.other < App$Sub.run {is=other x}", "App$Sub.run {is=base x, other x}");
    }
  }

  @Test
  void calls_ofAnotherObject_areTheirOwn() throws Exception {
    try (Ruled ruled = new Ruled(folder, RUN)) {
      ruled.run("wrapped");

      assertThat(ruled.spans())
          .containsExactly(
              "run < run {is=base x, other x, of=Sub, x=x}",
              "run {is=base x, other x, of=Wrapper, x=x}");
    }
  }

  @Test
  void recursion_isRecordedEachTime() throws Exception {
    try (Ruled ruled =
        new Ruled(
            folder,
            """
            down:
              on: {extends: $@Base, method: down(n)}
              span: {name: 'down {n}', attributes: {is: return}}
            """)) {
      assertThat(ruled.run("recursion")).isEqualTo(3);
      assertThatThrownBy(() -> ruled.run("caught")).hasMessage("below");

      assertThat(ruled.spans())
          .containsExactly(
              "down 0 < down 1 {is=0}",
              "down 1 < down 2 {is=1}",
              "down 2 < down 3 {is=2}",
              "down 3 {is=3}",
              "down -1 failed {error.type=dev.weft.engine.rules.weave.sample.App$AppException}");
    }
  }

  @Test
  void defaultMethods_areRecordedOnce() throws Exception {
    try (Ruled ruled =
        new Ruled(
            folder,
            """
            greet:
              on: {implements: $@Greeter, method: greet(who)}
              span: {attributes: {is: return, of: simpleName(this)}}
            """)) {
      assertThat(ruled.run("default")).isEqualTo("hello x");
      assertThat(ruled.run("default overridden")).isEqualTo("dear x, hello x");

      assertThat(ruled.spans())
          .containsExactly(
              "App$Greeter.greet {is=hello x, of=Plain}",
              "App$Polite.greet {is=dear x, hello x, of=Polite}");
    }
  }

  @Test
  void bridges_areNotCalls() throws Exception {
    try (Ruled ruled =
        new Ruled(
            folder,
            """
            make:
              on: {implements: $@Maker, method: make}
              span: {attributes: {from: 'arg[0]', length: return.length}}
            """)) {
      assertThat(ruled.run("bridge")).isEqualTo("xx");

      assertThat(ruled.spans()).containsExactly("App$StringMaker.make {from=x, length=2}");
    }
  }

  @Test
  void primitives_areArguments() throws Exception {
    try (Ruled ruled =
        new Ruled(
            folder,
            """
            kinds:
              on: {class: $, method: 'kinds(z, b, c, s, i, l, f, d)'}
              span: {attributes: {z: z, b: b, c: c, s: s, i: i, l: l, f: f, d: d, sum: b + s + i + l + f + d}}
            """)) {
      assertThat(ruled.run("kinds")).isEqualTo("true1c2345.56.25");

      assertThat(ruled.spans())
          .containsExactly("App.kinds {b=1, c=c, d=6.25, f=5.5, i=3, l=4, s=2, sum=21.75, z=true}");
    }
  }

  @Test
  void primitives_areResults_ofPrivateMethods() throws Exception {
    try (Ruled ruled =
        new Ruled(
            folder,
            """
            results:
              on: {class: $, method: [bool, bytes, chars, shorts, ints, longs, floats, doubles]}
              span: {attributes: {is: return}}
            """)) {
      assertThat(ruled.run("results")).isEqualTo("true1c2345.56.25");

      assertThat(ruled.spans())
          .containsExactly(
              "App.bool {is=true}",
              "App.bytes {is=1}",
              "App.chars {is=c}",
              "App.shorts {is=2}",
              "App.ints {is=3}",
              "App.longs {is=4}",
              "App.floats {is=5.5}",
              "App.doubles {is=6.25}");
    }
  }

  @Test
  void nothing_isReturned() throws Exception {
    try (Ruled ruled =
        new Ruled(
            folder,
            """
            nothing:
              on: {class: $, method: nothing}
              span: {attributes: {is: return, before: {value: this.depth, at: entry}, after: {value: this.depth, at: return}}}
            """)) {
      assertThat(ruled.run("nothing")).isEqualTo(1);

      assertThat(ruled.spans()).containsExactly("App.nothing {after=1, before=0}");
      assertThat(ruled.said())
          .containsExactly("rules.yaml:5: rule nothing: is: the method returns nothing in return");
    }
  }

  @Test
  void arguments_ofEveryNumber() throws Exception {
    try (Ruled ruled =
        new Ruled(
            folder,
            """
            varargs:
              on: {class: $, method: 'varargs(label, numbers)'}
              span: {attributes: {label: label, size: numbers.size, sum: sum(numbers), list: numbers}}
            twenty:
              on: {class: $, method: twenty}
              span: {attributes: {first: 'arg[0]', third: 'arg[2]', text: 'arg[10]', last: 'arg[19]', is: return}}
            static:
              on: {class: $, method: twice(n)}
              span: {attributes: {n: n, self: 'this == null', is: return}}
            final:
              on: {class: $, method: finals(String)}
              span: {attributes: {is: return}}
            """)) {
      assertThat(ruled.run("varargs")).isEqualTo(3);
      assertThat(ruled.run("twenty")).isEqualTo(34.75);
      assertThat(ruled.run("static")).isEqualTo(8);
      assertThat(ruled.run("final")).isEqualTo("x");

      assertThat(ruled.spans())
          .containsExactly(
              "App.varargs {label=x, list=[1, 2, 3], size=3, sum=6}",
              "App.varargs {label=y, list=[], size=0, sum=0}",
              "App.twenty {first=1, is=34.75, last=20.25, text=11, third=3.5}",
              "App.twice {is=8, n=4, self=true}",
              "App.finals {is=x}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "over -> 1234",
        "over(x) -> 123",
        "'over(String x)' -> 1",
        "over(int) -> 2",
        "over(java.util.List) -> 3",
        "over(List) -> 3",
        "'over(x, y)' -> 4",
        "'over(String, int)' -> 4",
        "'over(java.lang.String a, int b)' -> 4",
        "'over()' ->",
        "over(double) ->",
      })
  void overloads_arePickedBySignature(String method, String results) throws Exception {
    String rule =
        "over: {on: {class: $, method: '" + method + "'}, span: {attributes: {is: return}}}";
    try (Ruled ruled = new Ruled(folder, rule)) {
      assertThat(ruled.run("overloads")).isEqualTo("1234");

      StringBuilder recorded = new StringBuilder();
      ruled.spans.forEach(span -> recorded.append(span.attributeValue(0)));
      assertThat(recorded.toString()).isEqualTo(results == null ? "" : results);
    }
  }

  @Test
  void annotations_markClassesAndMethods() throws Exception {
    try (Ruled ruled =
        new Ruled(
            folder,
            """
            marked:
              on: {annotated: $@Mark}
              span: {}
            """)) {
      assertThat(ruled.run("annotated")).isEqualTo("xxx");

      assertThat(ruled.spans()).containsExactly("App$Marked.open", "App$Unmarked.one");
    }
  }

  @Test
  void twoRules_onOneMethod_areNested() throws Exception {
    try (Ruled ruled =
        new Ruled(
            folder,
            """
            outer:
              on: {class: $, method: twice(n)}
              context: {from: n}
              span: {name: outer}
            inner:
              on: {class: $, method: twice(n)}
              span: {name: inner, attributes: {from: context.from, is: return}}
            metered:
              on: {class: $, method: twice(n)}
              metrics: {twice: {counter: return, by: {from: context.from}}}
            """)) {
      assertThat(ruled.run("static")).isEqualTo(8);

      assertThat(ruled.spans()).containsExactly("inner < outer {from=4, is=8}", "outer");
      assertThat(ruled.series("twice")).isEqualTo(Map.of("4", "8.0"));
    }
  }

  @Test
  void onlyArgument_thatIsAnArray_isNotTheListOfArguments() throws Exception {
    String rule =
        "array: {on: {class: $, method: array(given)}, span: {name: array, attributes: {n:"
            + " 'given?.size', first: first(given), all: given, is: return}}}";
    try (Ruled ruled = new Ruled(folder, rule)) {
      assertThat(ruled.run("array")).isEqualTo(2);

      assertThat(ruled.spans())
          .containsExactly("array {all=[a, 2], first=a, is=2, n=2}", "array {is=0}");
    }
  }

  @Test
  void when_thatDoesNotFit_meansNoCall() throws Exception {
    String rule = "leaf: {on: {class: $, method: leaf(n)}, when: m > 5, span: {}}";
    try (Ruled ruled = new Ruled(folder, rule)) {
      ruled.run("levels");

      assertThat(ruled.spans()).isEmpty();
      assertThat(ruled.said())
          .containsExactly(
              "rules.yaml:3: rule leaf: when: nothing is called m; nearest: n in m > 5");
    }
  }
}
