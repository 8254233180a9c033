// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings that the reference agent honours and Weft does not, each with the reason, so that users
 * are told instead of left to wonder. Loaded only when a setting is not in {@link Keys}.
 */
final class UnhonouredKeys {
  private static final Map<String, Key> TABLE = new LinkedHashMap<>(512);

  private static final String FIXED = "Weft is not built this way, there is nothing to switch";
  private static final String NO_EXTENSIONS = "Weft loads no extensions";
  private static final String NO_YAML = "Weft reads flat settings only, not declarative YAML";
  private static final String NO_USER = "Weft records nothing about the user";
  private static final String NO_EXPERIMENTS = "Weft has no experimental telemetry";
  private static final String NO_MESSAGING = "Weft has no messaging instrumentation";
  private static final String NO_CLOUD = "Weft detects no cloud resources";
  private static final String NO_DEPRECATED = "Weft has no settings for conventions in preview";
  private static final String NO_JMX = "Weft reads no metrics from the application's MBeans";
  private static final String NOT_IN_JAVA = "OpenTelemetry for Java does not know this limit";

  static {
    addAgent();
    addConventions();
    addCommon();
    addSdk();
    addResources();
    UnhonouredLibraryKeys.addTo(TABLE);
  }

  private UnhonouredKeys() {}

  static @Nullable Key withEnvironmentName(String environmentName) {
    return TABLE.get(environmentName);
  }

  static Collection<Key> all() {
    return Collections.unmodifiableCollection(TABLE.values());
  }

  private static void addAgent() {
    add(
        "otel.javaagent.logging.application.logs-buffer-max-records",
        "",
        "Weft does not log through the application's logger");
    add("otel.javaagent.extensions", "", NO_EXTENSIONS);
    add("otel.javaagent.experimental.extensions", "", NO_EXTENSIONS);
    add("otel.javaagent.experimental.initializer.jar", "", NO_EXTENSIONS);
    add("otel.javaagent.experimental.field-injection.enabled", "", FIXED);
    add(
        "otel.javaagent.experimental.security-manager-support.enabled",
        "false",
        "Weft needs no rights of its own from a security manager");
    add("otel.javaagent.experimental.indy", "", FIXED);
    add("otel.javaagent.experimental.force-synchronous-agent-listeners", "false", FIXED);
    add(
        "otel.javaagent.experimental.thread-propagation-debugger.enabled",
        "false",
        "Weft has no such debugger");
    add("otel.config.file", "", NO_YAML);
    add("otel.experimental.config.file", "", NO_YAML);
    add("otel.instrumentation.common.v3-preview", "", "Weft has no preview of a later version");
  }

  private static void addConventions() {
    add("otel.semconv-stability.preview", "", NO_DEPRECATED);
    add("otel.semconv.exception.signal.preview", "", NO_DEPRECATED);
  }

  private static void addCommon() {
    String common = "otel.instrumentation.common.";
    add(common + "db.experimental.sqlcommenter.enabled", "false", "Weft does not change queries");
    add(common + "experimental.controller-telemetry.enabled", "false", NO_EXPERIMENTS);
    add(common + "experimental.view-telemetry.enabled", "false", NO_EXPERIMENTS);
    add(common + "enduser.id.enabled", "false", NO_USER);
    add(common + "enduser.role.enabled", "false", NO_USER);
    add(common + "enduser.scope.enabled", "false", NO_USER);
    add(common + "user.name.enabled", "false", NO_USER);
    add(common + "user.roles.enabled", "false", NO_USER);
    add("otel.instrumentation.http.client.emit-experimental-telemetry", "false", NO_EXPERIMENTS);
    add("otel.instrumentation.http.server.emit-experimental-telemetry", "false", NO_EXPERIMENTS);
    String messaging = "otel.instrumentation.messaging.experimental.";
    add(messaging + "headers.included", "", NO_MESSAGING);
    add(messaging + "headers.excluded", "", NO_MESSAGING);
    add(messaging + "capture-headers", "", NO_MESSAGING);
    add(messaging + "receive-telemetry.enabled", "false", NO_MESSAGING);
    add(
        "otel.instrumentation.genai.capture-message-content",
        "false",
        "Weft has no instrumentation for generative AI");
    add("otel.experimental.javascript-snippet", "", "Weft does not change responses");
  }

  private static void addSdk() {
    add("otel.java.exporter.memory.mode", "reusable_data", "Weft always reuses memory");
    add(
        "otel.exporter.otlp.metrics.default.histogram.aggregation",
        "explicit_bucket_histogram",
        "Weft exports histograms with explicit buckets only");
    add("otel.exporter.zipkin.endpoint", "", "Weft has no Zipkin exporter");
    add("otel.experimental.sdk.telemetry.version", "", "Weft counts its own work differently");
    add("otel.experimental.metrics.view.config", "", "Weft reads no metric views");
    add("otel.event.attribute.count.limit", "", NOT_IN_JAVA);
    add("otel.link.attribute.count.limit", "", NOT_IN_JAVA);
    add("otel.log.level", "", "Weft writes few lines; otel.javaagent.debug gives more");
  }

  private static void addResources() {
    add("otel.resource.providers.aws.enabled", "false", NO_CLOUD);
    add("otel.resource.providers.gcp.enabled", "false", NO_CLOUD);
    add("otel.resource.providers.azure.enabled", "false", NO_CLOUD);
    add("otel.resource.providers.cloudfoundry.enabled", "false", NO_CLOUD);
    add(
        "otel.instrumentation.resources.experimental.process-command-attributes.enabled",
        "false",
        "a command line may hold passwords, so Weft does not send it");
    add("otel.jmx.enabled", "false", NO_JMX);
    add("otel.jmx.config", "", NO_JMX);
    add("otel.jmx.target.system", "", NO_JMX);
    add("otel.jmx.discovery.delay", "", NO_JMX);
  }

  private static void add(String name, String behavesAs, String why) {
    Key key = Key.notHonoured(name, behavesAs, why);
    TABLE.put(key.environmentName(), key);
  }
}
