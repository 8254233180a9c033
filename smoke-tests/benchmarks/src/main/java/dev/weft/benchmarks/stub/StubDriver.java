// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.stub;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.FieldManifestation;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.implementation.FieldAccessor;
import net.bytebuddy.implementation.MethodCall;
import net.bytebuddy.implementation.StubMethod;

/**
 * A JDBC driver that does nothing: what a call costs under an agent is what the agent costs. Its
 * classes are files, so that any number of class loaders can have copies of them.
 */
public final class StubDriver {
  private static final String PACKAGE = "example.stub.";
  private static final String NAME = PACKAGE + "StubDriver";

  private StubDriver() {}

  /**
   * Writes the classes below a folder.
   *
   * @return the folder
   */
  public static Path write(Path folder) throws IOException {
    DynamicType.Unloaded<?> statement = statement();
    DynamicType.Unloaded<?> connection =
        stub(Connection.class, "StubConnection")
            .method(namedOneOf("createStatement", "prepareStatement"))
            .intercept(construct(statement).withThis())
            .make();
    DynamicType.Unloaded<?> driver =
        stub(Driver.class, "StubDriver")
            .method(named("connect"))
            .intercept(construct(connection))
            .make();
    statement.saveIn(folder.toFile());
    connection.saveIn(folder.toFile());
    driver.saveIn(folder.toFile());
    return folder;
  }

  /** Returns a new class loader with copies of the classes in a folder. */
  public static URLClassLoader loader(Path folder) {
    try {
      URL[] urls = {folder.toUri().toURL()};
      return new URLClassLoader(urls, StubDriver.class.getClassLoader());
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens a connection through the driver of a class loader. */
  public static Connection connect(ClassLoader loader, String url)
      throws ReflectiveOperationException, SQLException {
    Driver driver = (Driver) loader.loadClass(NAME).getConstructor().newInstance();
    return driver.connect(url, new Properties());
  }

  /** Agents may ask a statement for its connection. */
  private static DynamicType.Unloaded<?> statement() {
    return new ByteBuddy()
        .subclass(Object.class, ConstructorStrategy.Default.NO_CONSTRUCTORS)
        .name(PACKAGE + "StubPreparedStatement")
        .implement(PreparedStatement.class)
        .method(isAbstract())
        .intercept(StubMethod.INSTANCE)
        .defineField("connection", Connection.class, Visibility.PRIVATE, FieldManifestation.FINAL)
        .method(named("getConnection"))
        .intercept(FieldAccessor.ofField("connection"))
        .defineConstructor(Visibility.PUBLIC)
        .withParameters(Connection.class)
        .intercept(
            MethodCall.invoke(isConstructor().and(isDeclaredBy(Object.class)))
                .onSuper()
                .andThen(FieldAccessor.ofField("connection").setsArgumentAt(0)))
        .make();
  }

  private static DynamicType.Builder<?> stub(Class<?> implemented, String name) {
    return new ByteBuddy()
        .subclass(Object.class)
        .name(PACKAGE + name)
        .implement(implemented)
        .method(isAbstract())
        .intercept(StubMethod.INSTANCE);
  }

  private static MethodCall construct(DynamicType.Unloaded<?> type) {
    return MethodCall.construct(
        type.getTypeDescription().getDeclaredMethods().filter(isConstructor()).getOnly());
  }
}
