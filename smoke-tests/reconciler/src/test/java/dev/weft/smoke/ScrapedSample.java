// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of what a Prometheus gets. */
record ScrapedSample(String name, Map<String, String> labels, double value) {
  private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  /** Returns the samples of a text. */
  static List<ScrapedSample> all(String text) {
    List<ScrapedSample> samples = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher sample = LINE.matcher(line);
      if (!line.startsWith("#") && sample.matches()) {
        Map<String, String> labels = new HashMap<>();
        if (sample.group(2) != null) {
          LABEL.matcher(sample.group(2)).results().forEach(l -> labels.put(l.group(1), l.group(2)));
        }
        samples.add(
            new ScrapedSample(sample.group(1), labels, Double.parseDouble(sample.group(3))));
      }
    }
    return samples;
  }
}
