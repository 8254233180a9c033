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
  private static final ResourceProvider[] OF_PROCESS = {
    ResourceProvider.INSTANCE_ID,
    ResourceProvider.DISTRO,
    ResourceProvider.HOST,
    ResourceProvider.OS,
    ResourceProvider.PROCESS,
    ResourceProvider.RUNTIME,
    ResourceProvider.CONTAINER,
    ResourceProvider.KUBERNETES,
  };

  private static @Nullable Configuration described;
  private static Map<String, Object> description = Collections.emptyMap();

  private final Configuration configuration;
  private final Surroundings surroundings;
  private final ResourceProviders providers;
  private final Map<String, Object> attributes = new LinkedHashMap<>();
  private @Nullable MainJar mainJar;

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
    for (ResourceProvider provider : OF_PROCESS) {
      provide(provider);
    }
    Map<String, String> given = Collections.emptyMap();
    if (providers.on(ResourceProvider.ENVIRONMENT)) {
      given = configuration.map(Keys.RESOURCE_ATTRIBUTES);
    }
    detectService(given);
    attributes.putAll(given);
    if (configuration.isSet(Keys.SERVICE_NAME) && providers.on(ResourceProvider.ENVIRONMENT)) {
      attributes.put(SERVICE_NAME, configuration.string(Keys.SERVICE_NAME));
    }
    attributes.keySet().removeAll(configuration.list(Keys.RESOURCE_DISABLED_KEYS));
    return Collections.unmodifiableMap(attributes);
  }

  /** A part that fails, for whatever reason, must not take the others along. */
  private void provide(ResourceProvider provider) {
    if (!providers.on(provider)) {
      return;
    }
    try {
      detect(provider);
    } catch (RuntimeException | LinkageError forbidden) {
      Log.line("resource attributes of " + provider.type + " are missing: " + Log.cause(forbidden));
    }
  }

  private void detect(ResourceProvider provider) {
    switch (provider) {
      case INSTANCE_ID:
        put("service.instance.id", UUID.randomUUID().toString());
        break;
      case DISTRO:
        put("telemetry.distro.name", "weft");
        put("telemetry.distro.version", Version.ofAgent());
        break;
      case HOST:
        Platform.host(surroundings, attributes);
        break;
      case OS:
        Platform.operatingSystem(surroundings, attributes);
        break;
      case PROCESS:
        Platform.process(surroundings, attributes);
        break;
      case RUNTIME:
        Platform.runtime(surroundings, attributes);
        break;
      case CONTAINER:
        put("container.id", Cgroup.containerId(surroundings));
        break;
      case KUBERNETES:
        Kubernetes.pod(surroundings, attributes);
        break;
      default:
        describeService(provider);
        break;
    }
  }

  private void describeService(ResourceProvider provider) {
    switch (provider) {
      case JAR_NAME:
        put(SERVICE_NAME, mainJar().name());
        break;
      case MANIFEST:
        put(SERVICE_NAME, mainJar().title());
        put(SERVICE_VERSION, mainJar().version());
        break;
      case SPRING_NAME:
        put(SERVICE_NAME, new SpringBoot(surroundings).name());
        break;
      case SPRING_VERSION:
        put(SERVICE_VERSION, new SpringBoot(surroundings).version());
        break;
      default:
        throw new IllegalArgumentException(provider.type);
    }
  }

  /** Looks only for what nobody has set. */
  private void detectService(Map<String, String> given) {
    boolean named = given.containsKey(SERVICE_NAME) || configuration.isSet(Keys.SERVICE_NAME);
    boolean versioned = given.containsKey(SERVICE_VERSION);
    if (named && versioned) {
      return;
    }
    // the weakest first: what is found later replaces it
    provide(ResourceProvider.JAR_NAME);
    provide(ResourceProvider.MANIFEST);
    if (!named) {
      provide(ResourceProvider.SPRING_NAME);
    }
    provide(ResourceProvider.SPRING_VERSION);
  }

  private MainJar mainJar() {
    MainJar known = mainJar;
    if (known == null) {
      known = MainJar.of(surroundings);
      mainJar = known;
    }
    return known;
  }

  private void put(String key, @Nullable String value) {
    if (value != null) {
      attributes.put(key, value);
    }
  }
}
