// SPDX-License-Identifier: Apache-2.0
package dev.weft.jdbc;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.Weaver;
import java.util.Properties;

/**
 * Every JDBC driver, and the wrappers that pools put around its objects.
 *
 * <p>Drivers name their classes after the interfaces; those that do not are listed by package.
 */
public final class JdbcInstrumentation implements LibraryInstrumentation {
  private static final String DB2 = "com.ibm.db2.jcc.";
  private static final String INFORMIX = "com.informix.jdbc.";
  private static final String[] EXECUTE = {
    "execute", "executeQuery", "executeUpdate", "executeLargeUpdate"
  };

  @Override
  public String name() {
    return "jdbc";
  }

  @Override
  public void weave(Weaver weaver) {
    weaver
        .subtypesOf("java.sql.Driver", "Driver", "org.sqlite.JDBC", DB2, INFORMIX)
        .method(
            isPublic().and(named("connect")).and(takesArguments(String.class, Properties.class)),
            "ConnectAdvice");
    weaver
        .subtypesOf("java.sql.Connection", "Connection", DB2, INFORMIX)
        .carrying()
        .method(
            isPublic().and(namedOneOf("createStatement", "prepareStatement", "prepareCall")),
            "PrepareAdvice");
    weaver
        .subtypesOf("java.sql.Statement", "Statement", DB2, INFORMIX)
        .carrying()
        .method(
            isPublic().and(namedOneOf(EXECUTE)).and(takesArgument(0, String.class)),
            "ExecuteAdvice")
        .method(isPublic().and(namedOneOf(EXECUTE)).and(takesNoArguments()), "ExecuteAdvice")
        .method(
            isPublic().and(namedOneOf("executeBatch", "executeLargeBatch")).and(takesNoArguments()),
            "ExecuteBatchAdvice")
        .method(
            isPublic().and(named("addBatch")).and(takesArguments(String.class)), "AddBatchAdvice")
        .method(isPublic().and(named("addBatch")).and(takesNoArguments()), "AddBatchAdvice")
        .method(isPublic().and(named("clearBatch")).and(takesNoArguments()), "ClearBatchAdvice");
  }
}
