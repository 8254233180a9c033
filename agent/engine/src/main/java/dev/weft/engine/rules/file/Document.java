// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.engine.rules.model.Place;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a file into the nodes of its YAML, which know their lines. No object is ever made of what a
 * file says.
 */
final class Document {
  private static final int LARGEST = 16 << 20;
  private static final int DEEPEST = 32;
  private static final int MOST_ALIASES = 50;

  private Document() {}

  /** Returns the root, or null where there is nothing or it cannot be read. */
  static @Nullable Node read(File file, Problems problems) {
    Place start = new Place(file.getPath(), 0);
    try {
      if (file.length() > LARGEST) {
        problems.add(start, "is larger than " + (LARGEST >> 20) + " MiB", true);
        return null;
      }
      byte[] bytes = Files.readAllBytes(file.toPath());
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      problems.add(start, "is not UTF-8", true);
    } catch (IOException e) {
      problems.add(start, "cannot be read: " + e, true);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      Place place = new Place(file.getPath(), mark == null ? 1 : mark.getLine() + 1);
      problems.add(
          place, "is not YAML: " + oneLine(e.getContext(), e.getProblem()) + hint(e), true);
    } catch (YAMLException e) {
      problems.add(start, "is not YAML: " + oneLine(null, e.getMessage()), true);
    }
    return null;
  }

  private static @Nullable Node parse(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    StreamReader reader = new StreamReader(new StringReader(withoutMark));
    return new Composer(new ParserImpl(reader, options), new Resolver(), options).getSingleNode();
  }

  /** Expressions have signs that end a text between the brackets and braces of YAML. */
  private static String hint(MarkedYAMLException e) {
    String problem = e.getProblem();
    return problem != null && problem.startsWith("expected ',' or")
        ? "; quote texts with brackets, braces or commas"
        : "";
  }

  private static String oneLine(@Nullable String context, @Nullable String problem) {
    String text = (context == null ? "" : context + ", ") + (problem == null ? "?" : problem);
    return text.replaceAll("\\s+", " ").trim();
  }
}
