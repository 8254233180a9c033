// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example on the page for users fits its classes, and is told of as the page says. */
class CheckingPageTest {
  private static final String ORDERS =
      """
      import java.util.List;
      interface Orders { Receipt place(Order order); }
      record Customer(String country) {}
      enum Status { PLACED, REFUSED }
      record Order(String id, Customer customer, List<Line> lines) {}
      record Line(String sku, int quantity) {}
      record Receipt(Status status, List<Line> late) {}
      class Stock { List<Line> reserve(Order order) { return order.lines(); } }
      class Web implements Orders { public Receipt place(Order order) { return null; } }
      """;

  private Application shop;
  private String page;
  private String rules;

  @BeforeEach
  void read(@TempDir Path folder) throws IOException {
    page = Files.readString(Path.of("../../docs/rules.md"));
    Matcher example = Pattern.compile("```yaml\n(scope: .*?)```", Pattern.DOTALL).matcher(page);
    assertThat(example.find()).isTrue();
    rules = example.group(1);
    shop = new Application("com.acme", folder).compile("Orders", ORDERS);
  }

  @Test
  void example_isAllRight() throws IOException {
    assertThat(shop.rules(rules).check()).isZero();
    assertThat(shop.stderr).isEmpty();
    assertThat(shop.stdout).endsWith("\n2 rules, 2 methods, 0 problems\n");
    String last = shop.stdout.substring(shop.stdout.indexOf("rule reserve-stock"));
    assertThat(page).contains("```\n" + last.substring(0, last.indexOf("\n\n")) + "\n```\n");
  }

  @Test
  void misspeltMethod_isToldAsOnThePage() throws IOException {
    assertThat(shop.rules(rules.replace("reserve(order)", "reserv(order)")).check()).isEqualTo(1);
    assertThat(page).contains("```\n" + shop.stderr + "```\n");
  }
}
