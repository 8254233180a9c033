// SPDX-License-Identifier: Apache-2.0
package io.elava;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings: a flag {@code --some-name=value} wins over the variable {@code ELAVA_SOME_NAME}.
 */
public final class Settings {
  private final Map<String, String> flags;
  private final Map<String, String> environment;

  private Settings(Map<String, String> flags, Map<String, String> environment) {
    this.flags = flags;
    this.environment = environment;
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException for an argument that is no flag
   */
  public static Settings of(String[] arguments, Map<String, String> environment) {
    Map<String, String> flags = new HashMap<>();
    for (String argument : arguments) {
      if (!argument.startsWith("--")) {
        throw new IllegalArgumentException("not a flag: " + argument);
      }
      int equals = argument.indexOf('=');
      String name = argument.substring(2, equals < 0 ? argument.length() : equals);
      flags.put(name, equals < 0 ? "true" : argument.substring(equals + 1));
    }
    return new Settings(flags, environment);
  }

  int port() {
    return Integer.parseInt(get("port", "8080"));
  }

  String server() {
    return get("server", "jetty");
  }

  boolean oneShot() {
    return flag("one-shot");
  }

  boolean stubOnly() {
    return flag("stub-only");
  }

  boolean dryRun() {
    return flag("dry-run");
  }

  boolean allowTagging() {
    return flag("allow-tagging");
  }

  Duration interval() {
    String text = get("interval", "5m").toUpperCase(Locale.ROOT);
    return "0".equals(text) ? Duration.ZERO : Duration.parse("PT" + text);
  }

  String instanceId() {
    return get("instance-id", "elava-prod-01");
  }

  String region() {
    return get("region", "us-east-1");
  }

  String jdbcUrl() {
    return get("jdbc-url", "jdbc:h2:mem:elava");
  }

  String jdbcUser() {
    return get("jdbc-user", "elava");
  }

  String jdbcPassword() {
    return get("jdbc-password", "");
  }

  int retainedScans() {
    return Integer.parseInt(get("retained-scans", "100"));
  }

  /** The types of resources to observe. */
  Set<String> types() {
    return Set.copyOf(List.of(get("types", "ec2,rds,s3").split(",")));
  }

  /** Whether to read the tags of buckets, which takes a call for each. */
  boolean bucketTags() {
    return flag("bucket-tags");
  }

  /** Whether to apply the strict policies as well. */
  boolean strict() {
    return flag("strict");
  }

  /** Which world the stub shows: {@code small} or {@code estate}. */
  String stubWorld() {
    return get("stub-world", "small");
  }

  /** What the stub answers to webhooks. */
  int stubWebhookStatus() {
    return Integer.parseInt(get("stub-webhook-status", "200"));
  }

  int stubPort() {
    return Integer.parseInt(get("stub-port", "0"));
  }

  Optional<Path> wal() {
    return find("wal").map(Path::of);
  }

  Optional<URI> awsEndpoint() {
    return find("aws-endpoint").map(URI::create);
  }

  Optional<URI> webhookUrl() {
    return find("webhook-url").map(URI::create);
  }

  boolean staticCredentials() {
    return flag("static-credentials");
  }

  private boolean flag(String name) {
    return Boolean.parseBoolean(get(name, "false"));
  }

  private String get(String name, String fallback) {
    return find(name).orElse(fallback);
  }

  private Optional<String> find(String name) {
    String variable = "ELAVA_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    String value = flags.getOrDefault(name, environment.get(variable));
    return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
