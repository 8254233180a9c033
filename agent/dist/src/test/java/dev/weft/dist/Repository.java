// SPDX-License-Identifier: Apache-2.0
package dev.weft.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files that this jar is made of, as seen from the folder in which Surefire runs. */
final class Repository {
  static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  static final Path INSTRUMENTATIONS = ROOT.resolve("instrumentations");
  static final Path JAR = Path.of("target", "weft-javaagent.jar");

  private static final Set<String> NOT_OURS = Set.of(".git", ".idea", ".vscode", "target");

  private Repository() {}

  /** Returns the folders of all instrumentations, by name. */
  static List<Path> instrumentations() {
    try (Stream<Path> children = Files.list(INSTRUMENTATIONS)) {
      return children
          .filter(Files::isDirectory)
          .filter(folder -> !NOT_OURS.contains(folder.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns all files under a folder, without what the build has made. */
  static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
            return NOT_OURS.contains(visited.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!NOT_OURS.contains(file.getFileName().toString())) { // .git, of a linked worktree
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(null);
    return files;
  }

  /** Returns those of the files under a folder whose name ends so. */
  static List<Path> files(Path folder, String ending) throws IOException {
    return files(folder).stream().filter(file -> file.toString().endsWith(ending)).toList();
  }

  /** Returns how a file is called in a message. */
  static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }
}
