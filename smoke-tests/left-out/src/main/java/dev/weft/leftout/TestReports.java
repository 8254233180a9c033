// SPDX-License-Identifier: Apache-2.0
package dev.weft.leftout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What Surefire has reported of the tests of one module in one build. */
final class TestReports {
  private static final String TEST = "Test.java";

  private final Path module;
  private final Instant since;

  /**
   * Creates it.
   *
   * @param since reports that were written before are of an earlier build
   */
  TestReports(Path module, Instant since) {
    this.module = module;
    this.since = since;
  }

  /** Adds what was run, what was skipped, and the test classes of which there is no report. */
  void addTo(Omissions omissions) throws IOException {
    for (String type : testClasses()) {
      Path report = module.resolve("target/surefire-reports/TEST-" + type + ".xml");
      if (Files.exists(report) && !Files.getLastModifiedTime(report).toInstant().isBefore(since)) {
        read(report, simpleName(type), omissions);
      } else {
        omissions.notRun(simpleName(type));
      }
    }
  }

  private List<String> testClasses() throws IOException {
    Path sources = module.resolve("src/test/java");
    if (!Files.isDirectory(sources)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(TEST))
          .map(file -> sources.relativize(file).toString())
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .map(name -> name.replaceAll("[/\\\\]", "."))
          .sorted()
          .toList();
    }
  }

  private static String simpleName(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static void read(Path report, String test, Omissions omissions) throws IOException {
    try (InputStream in = Files.newInputStream(report)) {
      XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (xml.getLocalName().equals("testcase")) {
          omissions.run();
        } else if (xml.getLocalName().equals("skipped")) {
          omissions.skipped(test, reason(xml));
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(report + " cannot be read", e);
    }
  }

  /** In an attribute where a condition has skipped the test, in the text where it was aborted. */
  private static String reason(XMLStreamReader skipped) throws XMLStreamException {
    String message = skipped.getAttributeValue(null, "message");
    return message == null ? skipped.getElementText() : message;
  }
}
