// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.resource;

import dev.weft.engine.Log;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Keys;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this process is, as attributes of the resource: detected once, when somebody first asks,
 * which is the export thread. Reads files, so nobody asks on the main thread at start-up.
 */
public final class ProcessDescription {
  private static final String SERVICE_NAME = "service.name";
  private static final String SERVICE_VERSION = "service.version";
  private static @Nullable Configuration described;
  private static Map<String, Object> description = Collections.emptyMap();

  private final Configuration configuration;
  private final Surroundings surroundings;
  private final ResourceProviders providers;
  private final Map<String, Object> attributes = new LinkedHashMap<>();

  ProcessDescription(Configuration configuration, Surroundings surroundings) {
    this.configuration = configuration;
    this.surroundings = surroundings;
    this.providers = new ResourceProviders(configuration);
  }

  /** Returns the attributes, text or whole numbers; the same each time. */
  public static synchronized Map<String, Object> of(Configuration configuration) {
    if (described != configuration) {
      description = new ProcessDescription(configuration, Surroundings.ofProcess()).detect();
      described = configuration;
    }
    return description;
  }

  Map<String, Object> detect() {
    attributes.put(SERVICE_NAME, "unknown_service:java");
    provide(ResourceProviders.INSTANCE_ID, this::instance);
    provide(ResourceProviders.DISTRO, this::distribution);
    provide(ResourceProviders.HOST, () -> Platform.host(surroundings, attributes));
    provide(ResourceProviders.OS, () -> Platform.operatingSystem(surroundings, attributes));
    provide(ResourceProviders.PROCESS, () -> Platform.process(surroundings, attributes));
    provide(ResourceProviders.RUNTIME, () -> Platform.runtime(surroundings, attributes));
    provide(ResourceProviders.CONTAINER, this::container);
    provide(ResourceProviders.KUBERNETES, () -> Kubernetes.pod(surroundings, attributes));
    Map<String, String> given = Collections.emptyMap();
    if (providers.on(ResourceProviders.ENVIRONMENT)) {
      given = configuration.map(Keys.RESOURCE_ATTRIBUTES);
    }
    detectService(given);
    attributes.putAll(given);
    if (configuration.isSet(Keys.SERVICE_NAME) && providers.on(ResourceProviders.ENVIRONMENT)) {
      attributes.put(SERVICE_NAME, configuration.string(Keys.SERVICE_NAME));
    }
    attributes.keySet().removeAll(configuration.list(Keys.RESOURCE_DISABLED_KEYS));
    return Collections.unmodifiableMap(attributes);
  }

  /** A part that fails, for whatever reason, must not take the others along. */
  private void provide(String provider, Runnable detection) {
    if (!providers.on(provider)) {
      return;
    }
    try {
      detection.run();
    } catch (RuntimeException | LinkageError forbidden) {
      Log.line("resource attributes of " + provider + " are missing: " + Log.cause(forbidden));
    }
  }

  private void instance() {
    attributes.put("service.instance.id", UUID.randomUUID().toString());
  }

  private void distribution() {
    attributes.put("telemetry.distro.name", "weft");
    attributes.put("telemetry.distro.version", Version.ofAgent());
  }

  private void container() {
    put("container.id", Cgroup.containerId(surroundings));
  }

  /** Looks only for what nobody has set. */
  private void detectService(Map<String, String> given) {
    boolean named = given.containsKey(SERVICE_NAME) || configuration.isSet(Keys.SERVICE_NAME);
    boolean versioned = given.containsKey(SERVICE_VERSION);
    if (named && versioned) {
      return;
    }
    // the weakest first: what is found later replaces it
    provide(ResourceProviders.JAR_NAME, () -> put(SERVICE_NAME, mainJar().name()));
    provide(ResourceProviders.MANIFEST, this::manifest);
    SpringBoot spring = new SpringBoot(surroundings);
    if (!named) {
      provide(ResourceProviders.SPRING_NAME, () -> put(SERVICE_NAME, spring.name()));
    }
    provide(ResourceProviders.SPRING_VERSION, () -> put(SERVICE_VERSION, spring.version()));
  }

  private void manifest() {
    MainJar jar = mainJar();
    put(SERVICE_NAME, jar.title());
    put(SERVICE_VERSION, jar.version());
  }

  private MainJar mainJar() {
    return MainJar.of(surroundings);
  }

  private void put(String key, @Nullable String value) {
    if (value != null) {
      attributes.put(key, value);
    }
  }
}
