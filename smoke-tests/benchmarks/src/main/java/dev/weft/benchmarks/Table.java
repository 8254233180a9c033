// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Quantities, one a row, with a column for each subject: medians, with how far the values spread.
 * Further columns say what Weft and the reference add to having no agent. For one thread.
 */
public final class Table {
  private final String title;
  private final String command;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();

  /**
   * Creates an empty one.
   *
   * @param title also names it in the results
   * @param command what makes it
   */
  public Table(String title, String command) {
    this.title = title;
    this.command = command;
  }

  /** What it is about. */
  public String title() {
    return title;
  }

  /**
   * Adds what was measured of a subject in one round.
   *
   * @param quantity names the row
   * @param unit such as ms; may be empty
   */
  public void add(String quantity, String unit, Subject subject, double value) {
    String name = unit.isEmpty() ? quantity : quantity + ", " + unit;
    rows.computeIfAbsent(name, key -> new Row(new EnumMap<>(Subject.class)))
        .series
        .computeIfAbsent(subject, key -> new Series())
        .add(value);
  }

  /** Adds what was counted of a subject in one round. */
  public void add(String quantity, Subject subject, long count) {
    add(quantity, "", subject, (double) count);
  }

  /** Says in a line what must not be as it was measured: the benchmarks fail in the end. */
  public void fail(String line) {
    failures.add(title + ": " + line);
  }

  /** What must not be as it was measured. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** By how much a median is higher under Weft than without an agent; NaN if that is unknown. */
  public double weftAdds(String name) {
    Row row = rows.get(name);
    return row == null ? Double.NaN : row.adds(Subject.WEFT);
  }

  /** All medians, by row and subject, in words that can be keys. */
  public Map<String, Double> medians() {
    Map<String, Double> medians = new TreeMap<>();
    rows.forEach(
        (name, row) ->
            row.series.forEach(
                (subject, series) ->
                    medians.put(key(title, name, subject.name()), series.median())));
    return medians;
  }

  private static String key(String... parts) {
    List<String> words = new ArrayList<>();
    for (String part : parts) {
      String word = part.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
      words.add(word.replaceAll("^-|-$", ""));
    }
    return String.join(".", words);
  }

  /** As a section of a page. */
  public String markdown() {
    return TableText.markdown(title, command, cells());
  }

  /** For a terminal. */
  @Override
  public String toString() {
    return TableText.plain(title, command, cells());
  }

  /** All that is to be printed, the heading first. */
  List<List<String>> cells() {
    List<List<String>> cells = new ArrayList<>();
    List<String> heading = new ArrayList<>(List.of(""));
    List<Subject> subjects = subjects();
    for (Subject subject : subjects) {
      heading.add(subject.label());
    }
    heading.add("Weft adds");
    heading.add("OpenTelemetry adds");
    heading.add("Weft's part of that");
    cells.add(heading);
    rows.forEach((name, row) -> cells.add(row.cells(name, subjects)));
    return cells;
  }

  /** Those of which anything was measured. */
  private List<Subject> subjects() {
    return Arrays.stream(Subject.values())
        .filter(subject -> rows.values().stream().anyMatch(row -> row.series.containsKey(subject)))
        .toList();
  }

  private record Row(Map<Subject, Series> series) {
    List<String> cells(String name, List<Subject> subjects) {
      List<String> cells = new ArrayList<>(List.of(name));
      for (Subject subject : subjects) {
        Series values = series.get(subject);
        cells.add(values == null ? "" : Figure.withSpread(values));
      }
      double weftAdds = adds(Subject.WEFT);
      double referenceAdds = adds(Subject.REFERENCE);
      cells.add(Figure.signed(weftAdds));
      cells.add(Figure.signed(referenceAdds));
      cells.add(Figure.part(weftAdds, referenceAdds));
      return cells;
    }

    double adds(Subject subject) {
      Series more = series.get(subject);
      Series less = series.get(Subject.NONE);
      return more == null || less == null ? Double.NaN : more.median() - less.median();
    }
  }
}
