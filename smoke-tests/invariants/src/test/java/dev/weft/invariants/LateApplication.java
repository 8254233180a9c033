// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import javax.management.MBeanServerBuilder;

/**
 * An application with a log manager, an MBean server and a default file system of its own, which
 * tell on stdout whether the application was there first when they were made.
 */
public final class LateApplication {
  private static volatile boolean begun;

  private LateApplication() {}

  /** Returns the options that put its parts in place. */
  static String[] options() {
    return new String[] {
      "-Djava.util.logging.manager=" + Logs.class.getName(),
      "-Djavax.management.builder.initial=" + Beans.class.getName(),
      "-Djava.nio.file.spi.DefaultFileSystemProvider=" + Files.class.getName()
    };
  }

  /** Uses all of them. */
  public static void main(String[] arguments) {
    begun = true;
    FileSystems.getDefault();
    Logger.getLogger("late").fine("logs");
    ManagementFactory.getPlatformMBeanServer();
    System.out.println("end");
  }

  private static void made(String what) {
    System.out.println(what + (begun ? " in time" : " too early"));
  }

  /** Made by the first who logs. */
  public static final class Logs extends LogManager {
    /** Called by the JDK. */
    public Logs() {
      made("log manager");
    }
  }

  /** Made by the first who asks for the MBean server. */
  public static final class Beans extends MBeanServerBuilder {
    /** Called by the JDK. */
    public Beans() {
      made("MBean server");
    }
  }

  /** Made by the first who names a file by a {@code Path}. */
  public static final class Files extends FileSystemProvider {
    private final FileSystemProvider usual;

    /** Called by the JDK. */
    public Files(FileSystemProvider usual) {
      this.usual = usual;
      made("file system");
    }

    @Override
    public String getScheme() {
      return usual.getScheme();
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> env) throws IOException {
      return usual.newFileSystem(uri, env);
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
      return usual.getFileSystem(uri);
    }

    @Override
    public Path getPath(URI uri) {
      return usual.getPath(uri);
    }

    @Override
    public SeekableByteChannel newByteChannel(
        Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
        throws IOException {
      return usual.newByteChannel(path, options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
        Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
      return usual.newDirectoryStream(folder, filter);
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
      usual.createDirectory(folder, attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
      usual.delete(path);
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
      usual.copy(source, target, options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
      usual.move(source, target, options);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
      return usual.isSameFile(path, other);
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
      return usual.isHidden(path);
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
      return usual.getFileStore(path);
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
      usual.checkAccess(path, modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(
        Path path, Class<V> type, LinkOption... options) {
      return usual.getFileAttributeView(path, type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(
        Path path, Class<A> type, LinkOption... options) throws IOException {
      return usual.readAttributes(path, type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
        throws IOException {
      return usual.readAttributes(path, names, options);
    }

    @Override
    public void setAttribute(Path path, String name, Object value, LinkOption... options)
        throws IOException {
      usual.setAttribute(path, name, value, options);
    }
  }
}
