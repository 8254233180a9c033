// SPDX-License-Identifier: Apache-2.0
package dev.weft.jdbc;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.Methods;
import dev.weft.api.Weaver;

/**
 * Every JDBC driver, and the wrappers that pools put around its objects.
 *
 * <p>Drivers name their classes after the interfaces; those that do not are listed by package.
 */
public final class JdbcInstrumentation implements LibraryInstrumentation {
  private static final String DB2 = "com.ibm.db2.jcc.";
  private static final String INFORMIX = "com.informix.jdbc.";
  private static final String STRING = "java.lang.String";
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
            Methods.named("connect").isPublic().taking(STRING, "java.util.Properties"),
            "ConnectAdvice");
    weaver
        .subtypesOf("java.sql.Connection", "Connection", DB2, INFORMIX)
        .carrying()
        .method(
            Methods.named("createStatement", "prepareStatement", "prepareCall").isPublic(),
            "PrepareAdvice");
    weaver
        .subtypesOf("java.sql.Statement", "Statement", DB2, INFORMIX)
        .carrying()
        .method(Methods.named(EXECUTE).isPublic().takingFirst(STRING), "ExecuteAdvice")
        .method(Methods.named(EXECUTE).isPublic().taking(), "ExecuteAdvice")
        .method(
            Methods.named("executeBatch", "executeLargeBatch").isPublic().taking(),
            "ExecuteBatchAdvice")
        .method(Methods.named("addBatch").isPublic().taking(STRING), "AddBatchAdvice")
        .method(Methods.named("addBatch").isPublic().taking(), "AddBatchAdvice")
        .method(Methods.named("clearBatch").isPublic().taking(), "ClearBatchAdvice");
  }
}
