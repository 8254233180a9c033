// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import static dev.weft.engine.config.Key.Type.BOOLEAN;
import static dev.weft.engine.config.Key.Type.CHOICE;
import static dev.weft.engine.config.Key.Type.CHOICES;
import static dev.weft.engine.config.Key.Type.DURATION;
import static dev.weft.engine.config.Key.Type.INTEGER;
import static dev.weft.engine.config.Key.Type.LIST;
import static dev.weft.engine.config.Key.Type.PERCENT_ENCODED_MAP;
import static dev.weft.engine.config.Key.Type.POSITIVE_INTEGER;
import static dev.weft.engine.config.Key.Type.RATIO;
import static dev.weft.engine.config.Key.Type.STRING;
import static dev.weft.engine.config.Key.Type.URL;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every setting that has an effect, each described by its own text; {@code docs/configuration.md}
 * is generated from here. What the reference agent knows and Weft does not honour is in {@link
 * UnhonouredKeys}, which is loaded only when something is set that is not in this table.
 */
public final class Keys {
  static final String OTLP_PREFIX = "otel.exporter.otlp.";

  private static final String NO_LIMIT = "2147483647";
  private static final String EXPORTERS =
      "`console`: a line for each on stderr; `experimental-otlp/stdout` (or `logging-otlp`): a line"
          + " of OTLP JSON for each batch on stdout.";
  private static final Map<String, Key> TABLE = new LinkedHashMap<>(256);

  // The agent

  public static final Key AGENT_ENABLED =
      add(BOOLEAN, "otel.javaagent.enabled", "true", "`false` leaves the JVM alone altogether.");
  public static final Key AGENT_DEBUG =
      add(
          BOOLEAN,
          "otel.javaagent.debug",
          "false",
          "Names on stderr what is enabled and each class that is woven.");
  public static final Key AGENT_LOGGING =
      choice(
          CHOICE,
          "otel.javaagent.logging",
          "simple",
          "`none`: the agent writes nothing on stderr but what a console exporter prints.",
          "simple",
          "none");
  public static final Key CONFIGURATION_FILE =
      add(
          STRING,
          "otel.javaagent.configuration-file",
          "",
          "Properties file with settings (UTF-8).");
  public static final Key EXCLUDE_CLASSES =
      add(
          LIST,
          "otel.javaagent.exclude-classes",
          "",
          "Classes that are never woven; a trailing `*` stands for any ending.");
  public static final Key EXCLUDE_CLASS_LOADERS =
      add(
          LIST,
          "otel.javaagent.exclude-class-loaders",
          "",
          "Class loaders, by the names of their classes, in which nothing is woven; a trailing `*`"
              + " stands for any ending.");
  public static final Key ADD_THREAD_DETAILS =
      add(
          BOOLEAN,
          "otel.javaagent.add-thread-details",
          "false",
          "Adds `thread.id` and `thread.name` to every span.");
  public static final Key WEFT_DEBUG =
      add(LIST, "weft.debug", "", "Classes for which to say why they were woven or not.");
  public static final Key WEFT_DUMP =
      add(
          STRING,
          "weft.dump",
          "",
          "Folder into which each woven class is written as it was and as it is; it must exist.");

  // What is described

  public static final Key SERVICE_NAME =
      add(
          STRING,
          "otel.service.name",
          "",
          "Name of the service; wins over `service.name` in the resource attributes.");
  public static final Key RESOURCE_ATTRIBUTES =
      add(
          PERCENT_ENCODED_MAP,
          "otel.resource.attributes",
          "",
          "Attributes that describe the process.");

  public static final Key RESOURCE_DISABLED_KEYS =
      add(LIST, "otel.resource.disabled.keys", "", "Resource attributes to leave out.");
  public static final Key ENABLED_RESOURCE_PROVIDERS =
      add(
          LIST,
          "otel.java.enabled.resource.providers",
          "",
          "Detects only these, named by the reference agent's classes, for example"
              + " `io.opentelemetry.instrumentation.resources.HostResourceProvider`.");
  public static final Key DISABLED_RESOURCE_PROVIDERS =
      add(LIST, "otel.java.disabled.resource.providers", "", "Does not detect these.");

  // Which signals go where

  public static final Key SDK_DISABLED =
      add(
          BOOLEAN,
          "otel.sdk.disabled",
          "false",
          "`true` records nothing; context is still propagated.");
  public static final Key TRACES_EXPORTER = exporter("otel.traces.exporter", "Where spans go.");
  public static final Key METRICS_EXPORTER =
      choice(
          CHOICES,
          "otel.metrics.exporter",
          "otlp",
          "Where metrics go. "
              + EXPORTERS
              + " `prometheus`: an endpoint that a Prometheus scrapes.",
          "otlp",
          "prometheus",
          "console",
          "experimental-otlp/stdout",
          "logging-otlp",
          "none");
  public static final Key LOGS_EXPORTER =
      exporter(
          "otel.logs.exporter",
          "Where log records go. `none`: what only hands in log records is not woven.");

  // OTLP; Keys.forSignal(key, signal) gives the one for a signal

  public static final Key OTLP_ENDPOINT =
      add(
          URL,
          "otel.exporter.otlp.endpoint",
          "",
          "The receiver; over HTTP `/v1/traces` and so on are appended. Not set:"
              + " `http://localhost:4318`, with gRPC `http://localhost:4317`.");
  public static final Key OTLP_PROTOCOL =
      choice(
          CHOICE,
          "otel.exporter.otlp.protocol",
          "",
          "Not set: `grpc` if the endpoint has port 4317, else `http/protobuf`.",
          "http/protobuf",
          "grpc");
  public static final Key OTLP_HEADERS =
      add(
              PERCENT_ENCODED_MAP,
              "otel.exporter.otlp.headers",
              "",
              "Headers to send with each export.")
          .secret();
  public static final Key OTLP_COMPRESSION =
      choice(
          CHOICE,
          "otel.exporter.otlp.compression",
          "",
          "Not set: `gzip`, but `none` if the endpoint is on this machine (`localhost`,"
              + " `127.0.0.1`, `[::1]`).",
          "none",
          "gzip");
  public static final Key OTLP_TIMEOUT =
      add(
          DURATION,
          "otel.exporter.otlp.timeout",
          "10000",
          "How long one export may take, repetitions included.");
  public static final Key OTLP_CERTIFICATE =
      add(
          STRING,
          "otel.exporter.otlp.certificate",
          "",
          "PEM file with the certificates to trust, instead of the JVM's.");
  public static final Key OTLP_CLIENT_KEY =
      add(
              STRING,
              "otel.exporter.otlp.client.key",
              "",
              "PEM file with the client's private key (PKCS8), for mutual TLS.")
          .secret();
  public static final Key OTLP_CLIENT_CERTIFICATE =
      add(
          STRING,
          "otel.exporter.otlp.client.certificate",
          "",
          "PEM file with the client's certificates, for mutual TLS.");

  static {
    Key[] general = {
      OTLP_ENDPOINT,
      OTLP_PROTOCOL,
      OTLP_HEADERS,
      OTLP_COMPRESSION,
      OTLP_TIMEOUT,
      OTLP_CERTIFICATE,
      OTLP_CLIENT_KEY,
      OTLP_CLIENT_CERTIFICATE
    };
    for (Key key : general) {
      add(key.forSignal("traces"));
      add(key.forSignal("metrics"));
      add(key.forSignal("logs"));
    }
  }

  public static final Key OTLP_RETRY_DISABLED =
      add(
          BOOLEAN,
          "otel.java.exporter.otlp.retry.disabled",
          "false",
          "`true`: an export that failed for a passing reason is not tried again.");
  public static final Key METRICS_TEMPORALITY =
      choice(
          CHOICE,
          "otel.exporter.otlp.metrics.temporality.preference",
          "cumulative",
          "`delta`: histograms and counters report differences, not totals; `lowmemory`: only"
              + " histograms do.",
          "cumulative",
          "delta",
          "lowmemory");

  // Traces

  public static final Key TRACES_SAMPLER =
      choice(
          CHOICE,
          "otel.traces.sampler",
          "parentbased_always_on",
          "Which traces are recorded.",
          "parentbased_always_on",
          "parentbased_always_off",
          "parentbased_traceidratio",
          "always_on",
          "always_off",
          "traceidratio");
  public static final Key TRACES_SAMPLER_ARG =
      add(RATIO, "otel.traces.sampler.arg", "1.0", "The ratio for the `traceidratio` samplers.");
  public static final Key PROPAGATORS =
      choice(
          CHOICES,
          "otel.propagators",
          "tracecontext,baggage",
          "How context travels in headers.",
          "tracecontext",
          "baggage",
          "b3",
          "b3multi",
          "jaeger",
          "ottrace",
          "xray",
          "xray-lambda",
          "none");
  public static final Key BSP_SCHEDULE_DELAY =
      add(DURATION, "otel.bsp.schedule.delay", "5000", "Longest wait before a batch is sent.");
  public static final Key BSP_MAX_QUEUE_SIZE =
      add(
          POSITIVE_INTEGER,
          "otel.bsp.max.queue.size",
          "2048",
          "Spans that may wait; more are dropped and counted.");
  public static final Key BSP_MAX_EXPORT_BATCH_SIZE =
      add(POSITIVE_INTEGER, "otel.bsp.max.export.batch.size", "512", "Spans in one export.");
  public static final Key BSP_EXPORT_TIMEOUT =
      add(DURATION, "otel.bsp.export.timeout", "30000", "How long a batch may take.");
  public static final Key ATTRIBUTE_VALUE_LENGTH_LIMIT =
      add(
          INTEGER,
          "otel.attribute.value.length.limit",
          NO_LIMIT,
          "Longer attribute values are cut; the default means no limit.");
  public static final Key ATTRIBUTE_COUNT_LIMIT =
      add(INTEGER, "otel.attribute.count.limit", "128", "Attributes per span, event or link.");
  public static final Key SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT =
      add(
              INTEGER,
              "otel.span.attribute.value.length.limit",
              NO_LIMIT,
              "Like `otel.attribute.value.length.limit`, for spans.")
          .orElse(ATTRIBUTE_VALUE_LENGTH_LIMIT);
  public static final Key SPAN_ATTRIBUTE_COUNT_LIMIT =
      add(
              INTEGER,
              "otel.span.attribute.count.limit",
              "128",
              "Like `otel.attribute.count.limit`, for spans.")
          .orElse(ATTRIBUTE_COUNT_LIMIT);
  public static final Key SPAN_EVENT_COUNT_LIMIT =
      add(
          INTEGER,
          "otel.span.event.count.limit",
          "128",
          "Events per span, its exception included; more are only counted.");
  public static final Key SPAN_LINK_COUNT_LIMIT =
      add(INTEGER, "otel.span.link.count.limit", "128", "Links per span; more are only counted.");

  public static final Key SPAN_ATTRIBUTES_FROM_BAGGAGE =
      add(
          LIST,
          "otel.java.experimental.span-attributes.copy-from-baggage.include",
          "",
          "Keys of baggage entries that become attributes of each span; `*` means all.");

  static {
    for (Key key : MetricKeys.ALL) {
      add(key);
    }
  }

  // Logs

  public static final Key BLRP_SCHEDULE_DELAY =
      add(DURATION, "otel.blrp.schedule.delay", "1000", "Longest wait before a batch is sent.");
  public static final Key BLRP_MAX_QUEUE_SIZE =
      add(
          POSITIVE_INTEGER,
          "otel.blrp.max.queue.size",
          "2048",
          "Log records that may wait; more are dropped and counted.");
  public static final Key BLRP_MAX_EXPORT_BATCH_SIZE =
      add(POSITIVE_INTEGER, "otel.blrp.max.export.batch.size", "512", "Log records in one export.");
  public static final Key BLRP_EXPORT_TIMEOUT =
      add(DURATION, "otel.blrp.export.timeout", "30000", "How long a batch may take.");

  static {
    for (Key key : InstrumentationKeys.ALL) {
      add(key);
    }
  }

  private Keys() {}

  /** The setting for one signal, for example {@code otel.exporter.otlp.traces.endpoint}. */
  static Key forSignal(Key otlp, Signal signal) {
    String suffix = otlp.name().substring(OTLP_PREFIX.length());
    String name = OTLP_PREFIX + signal.word() + "." + suffix;
    Key key = withEnvironmentName(Key.environmentName(name));
    return key == null ? otlp : key;
  }

  static @Nullable Key withEnvironmentName(String environmentName) {
    return TABLE.get(environmentName);
  }

  /** All settings of this table in the order of their declaration. */
  static Collection<Key> all() {
    return Collections.unmodifiableCollection(TABLE.values());
  }

  private static Key exporter(String name, String description) {
    return choice(
        CHOICES,
        name,
        "otlp",
        description + " " + EXPORTERS,
        "otlp",
        "console",
        "experimental-otlp/stdout",
        "logging-otlp",
        "none");
  }

  private static Key choice(
      Key.Type type, String name, String defaultText, String description, String... choices) {
    return add(Key.choice(type, name, defaultText, description, choices));
  }

  private static Key add(Key.Type type, String name, String defaultText, String description) {
    return add(Key.of(type, name, defaultText, description));
  }

  private static Key add(Key key) {
    TABLE.put(key.environmentName(), key);
    return key;
  }
}
