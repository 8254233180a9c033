// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.calls;

import dev.weft.benchmarks.stub.StubDriver;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** A prepared {@code SELECT} of a driver that does nothing, so that only the span remains. */
@SuppressWarnings("NullAway.Init") // JMH calls what is annotated with @Setup first
public class DbCalls extends Calls {
  private URLClassLoader driver;
  private PreparedStatement statement;

  /** Opens the connection. */
  @Setup
  public void open() throws ReflectiveOperationException, SQLException {
    driver = StubDriver.loader(Path.of(System.getProperty(Fork.DRIVER)));
    Connection connection = StubDriver.connect(driver, "jdbc:postgresql://db.example:5432/shop");
    statement = connection.prepareStatement("SELECT name FROM item WHERE id = ?");
  }

  /** Makes one call. */
  @Benchmark
  public ResultSet select() throws SQLException {
    calls++;
    return statement.executeQuery();
  }

  /** Lets go of the driver. */
  @TearDown
  public void close() throws Exception {
    driver.close();
  }
}
