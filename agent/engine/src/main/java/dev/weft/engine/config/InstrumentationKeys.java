// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import static dev.weft.engine.config.Key.Type.BOOLEAN;
import static dev.weft.engine.config.Key.Type.CHOICE;
import static dev.weft.engine.config.Key.Type.LIST;
import static dev.weft.engine.config.Key.Type.MAP;
import static dev.weft.engine.config.Key.Type.STRING;

import java.util.ArrayList;
import java.util.List;

/** The settings of {@link Keys} that say what is woven, and what that records. */
public final class InstrumentationKeys {
  /** In the order of their declaration. */
  static final List<Key> ALL = new ArrayList<>();

  public static final Key SEMCONV_STABILITY_OPT_IN =
      add(
          LIST,
          "otel.semconv-stability.opt-in",
          "",
          "Accepted, without effect: stable semantic conventions are all that there is; `/dup`"
              + " adds nothing.");
  public static final Key INSTRUMENTATION_DEFAULT_ENABLED =
      add(
          BOOLEAN,
          "otel.instrumentation.common.default-enabled",
          "true",
          "`false`: only instrumentations that are switched on by name.");
  public static final Key HTTP_KNOWN_METHODS =
      add(
          LIST,
          "otel.instrumentation.http.known-methods",
          "CONNECT,DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT,TRACE",
          "HTTP methods to record by name; the others become `_OTHER`.");
  public static final Key HTTP_CLIENT_REQUEST_HEADERS =
      captured("client.capture-request-headers", "Request headers to record on client spans.");
  public static final Key HTTP_CLIENT_RESPONSE_HEADERS =
      captured("client.capture-response-headers", "Response headers to record on client spans.");
  public static final Key HTTP_SERVER_REQUEST_HEADERS =
      captured("server.capture-request-headers", "Request headers to record on server spans.");
  public static final Key HTTP_SERVER_RESPONSE_HEADERS =
      captured("server.capture-response-headers", "Response headers to record on server spans.");
  public static final Key URL_SENSITIVE_QUERY_PARAMETERS =
      add(
          LIST,
          "otel.instrumentation.sanitization.url.experimental.sensitive-query-parameters",
          "AWSAccessKeyId,Signature,X-Amz-Signature,X-Amz-Credential,X-Amz-Security-Token,sig,"
              + "X-Goog-Signature",
          "Query parameters whose values are recorded as `REDACTED`.");
  public static final Key PEER_SERVICE_MAPPING =
      add(
          MAP,
          "otel.instrumentation.common.peer-service-mapping",
          "",
          "`host[:port][/path]=name`: the `peer.service` of HTTP and database calls to a host.");
  public static final Key SPAN_SUPPRESSION =
      choice(
          CHOICE,
          "otel.instrumentation.experimental.span-suppression-strategy",
          "semconv",
          "Client calls inside a client call that are not recorded: those of the same protocol and"
              + " the HTTP requests of remote calls, all, or none. What is the same call, seen at"
              + " a lower level of a library, is never recorded twice.",
          "semconv",
          "span-kind",
          "none");
  public static final Key DB_QUERY_SANITIZATION =
      add(
              BOOLEAN,
              "otel.instrumentation.common.db.query-sanitization.enabled",
              "true",
              "Replaces the literals of recorded queries by `?`.")
          .formerly("otel.instrumentation.common.db-statement-sanitizer.enabled");
  public static final Key JDBC_QUERY_SANITIZATION =
      add(
              BOOLEAN,
              "otel.instrumentation.jdbc.query-sanitization.enabled",
              "true",
              "Like `otel.instrumentation.common.db.query-sanitization.enabled`, for JDBC.")
          .formerly("otel.instrumentation.jdbc.statement-sanitizer.enabled")
          .orElse(DB_QUERY_SANITIZATION);
  public static final Key LOGGING_TRACE_ID_KEY =
      loggingKey("trace-id", "trace_id", "Name of the trace id in the logging context.");
  public static final Key LOGGING_SPAN_ID_KEY =
      loggingKey("span-id", "span_id", "Name of the span id in the logging context.");
  public static final Key LOGGING_TRACE_FLAGS_KEY =
      loggingKey("trace-flags", "trace_flags", "Name of the trace flags in the logging context.");
  public static final Key MDC_RESOURCE_ATTRIBUTES =
      add(
          LIST,
          "otel.instrumentation.common.mdc.resource-attributes",
          "",
          "Resource attributes to add to the logging context.");

  public static final Key RULES =
      add(
          LIST,
          "weft.rules",
          "",
          "Files with telemetry rules (see `rules.md`), or folders of which each `.yaml` and `.yml`"
              + " file is read, in the order of their names.");
  public static final Key INCLUDE_METHODS =
      add(
          STRING,
          "otel.instrumentation.methods.include",
          "",
          "Methods to record as spans: `com.acme.Orders[place,cancel];com.acme.Bill[pay]`. An agent"
              + " argument ends at a semicolon, so there it can name one class only.");

  private InstrumentationKeys() {}

  private static Key captured(String suffix, String description) {
    return add(LIST, "otel.instrumentation.http." + suffix, "", description);
  }

  private static Key loggingKey(String what, String defaultName, String description) {
    String olderName = "otel.instrumentation.common.logging." + what;
    return add(STRING, olderName + "-key", defaultName, description).formerly(olderName);
  }

  private static Key choice(
      Key.Type type, String name, String defaultText, String description, String... choices) {
    return add(Key.choice(type, name, defaultText, description, choices));
  }

  private static Key add(Key.Type type, String name, String defaultText, String description) {
    return add(Key.of(type, name, defaultText, description));
  }

  private static Key add(Key key) {
    ALL.add(key);
    return key;
  }
}
