// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import dev.weft.benchmarks.calls.CallsPart;
import dev.weft.benchmarks.floor.FloorPart;
import dev.weft.benchmarks.growth.GrowthPart;
import dev.weft.benchmarks.load.LoadPart;
import dev.weft.benchmarks.start.StartPart;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs the parts that are named, or all of them: {@code quick|full [part...]}. Prints their tables,
 * and leaves them, with all medians, in the folder that the system property {@code
 * benchmarks.folder} names.
 */
public final class Benchmarks {
  private static final List<Part> PARTS =
      List.of(new StartPart(), new LoadPart(), new CallsPart(), new GrowthPart(), new FloorPart());

  private final Path folder;
  private final List<String> failures = new ArrayList<>();
  private final Map<String, Double> medians = new TreeMap<>();

  Benchmarks(Path folder) {
    this.folder = folder;
  }

  /** Measures. */
  public static void main(String[] arguments) throws Exception {
    List<String> words = Arrays.asList(arguments);
    if (words.isEmpty() || !List.of("quick", "full").contains(words.get(0))) {
      throw new IllegalArgumentException("quick or full, and which of " + names());
    }
    boolean quick = words.get(0).equals("quick");
    List<String> wanted = words.size() == 1 ? usual(quick) : words.subList(1, words.size());
    if (!names().containsAll(wanted)) {
      throw new IllegalArgumentException(wanted + ": the parts are " + names());
    }
    Path folder = Path.of(System.getProperty("benchmarks.folder", "target/benchmarks"));
    Path work = Files.createDirectories(folder.resolve("work")).toAbsolutePath();
    Run run = new Run(quick, work);
    Benchmarks benchmarks = new Benchmarks(folder);
    for (Part part : PARTS) {
      if (wanted.contains(part.name())) {
        benchmarks.run(part, run);
      }
    }
    benchmarks.failures.forEach(System.err::println);
    if (!benchmarks.failures.isEmpty()) {
      System.exit(1);
    }
  }

  /** What costs are made of takes long, and changes seldom: the quick form has it if asked for. */
  private static List<String> usual(boolean quick) {
    return names().stream().filter(name -> !quick || !name.equals(FloorPart.NAME)).toList();
  }

  private static List<String> names() {
    return PARTS.stream().map(Part::name).toList();
  }

  /** Runs a part, and returns the medians of all that were run. */
  Map<String, Double> run(Part part, Run run) throws Exception {
    StringBuilder page = new StringBuilder();
    for (Table table : part.run(run)) {
      System.out.println(table);
      failures.addAll(table.failures());
      page.append(table.markdown()).append('\n');
      table.medians().forEach((key, median) -> medians.put(part.name() + "." + key, median));
    }
    Files.writeString(folder.resolve(part.name() + ".md"), page);
    writeMedians();
    return medians;
  }

  /** After each part: the next one may fail. */
  private void writeMedians() throws IOException {
    try (Writer out = Files.newBufferedWriter(folder.resolve("results.properties"))) {
      for (Map.Entry<String, Double> median : medians.entrySet()) {
        out.write(median.getKey() + "=" + median.getValue() + "\n");
      }
    }
  }
}
