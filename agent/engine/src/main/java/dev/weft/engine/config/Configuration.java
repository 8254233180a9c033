// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user has set, checked. A system property wins over an agent argument, that over an
 * environment variable, that over the configuration file, that over the default; an empty value
 * counts as not set.
 *
 * <p>Reading never fails: a malformed value is replaced by the default when the configuration is
 * loaded, and becomes one of the {@link #problems()}. Immutable and safe for all threads. Each read
 * parses the value anew, so read once, never per call.
 */
public final class Configuration {
  private final Map<String, Setting> settings;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * Loads what the given sources hold, and the configuration file that they name.
   *
   * @param agentArguments what follows {@code =} in {@code -javaagent:weft.jar=name=value;...};
   *     null if there is nothing
   */
  public Configuration(
      @Nullable String agentArguments, Map<String, String> environment, Properties system) {
    settings = new Sources(problems).read(agentArguments, environment, system);
    adoptFormerNames();
    dropArgumentOfUnknownSampler();
    check();
    if (protocolIsSet()) {
      addMismatches();
    }
  }

  /** The configuration of this process. Does not change system properties. */
  public static Configuration ofProcess(@Nullable String agentArguments) {
    return new Configuration(agentArguments, System.getenv(), System.getProperties());
  }

  /** What the user should be told, in no particular order. */
  public List<Problem> problems() {
    return Collections.unmodifiableList(problems);
  }

  /** Whether a valid value is set for the key itself or for the more general one it stands for. */
  public boolean isSet(Key key) {
    return setting(key) != null;
  }

  /** The text that is set or the default; empty if there is neither. */
  public String string(Key key) {
    Setting setting = setting(key);
    return setting == null ? key.defaultText() : setting.value();
  }

  /** Whether it is {@code true}. */
  public boolean flag(Key key) {
    return string(key).equalsIgnoreCase("true");
  }

  /** Not negative. */
  public int integer(Key key) {
    return Values.integer(string(key));
  }

  /** Milliseconds, not negative. */
  public long duration(Key key) {
    return Values.duration(string(key));
  }

  /** From 0 to 1. */
  public double ratio(Key key) {
    return Values.ratio(string(key));
  }

  /** Entries in their order, trimmed, none empty; unmodifiable. */
  public List<String> list(Key key) {
    return Collections.unmodifiableList(Values.list(string(key)));
  }

  /** Entries in their order, values decoded where the key says so; unmodifiable. */
  public Map<String, String> map(Key key) {
    boolean percentEncoded = key.type() == Key.Type.PERCENT_ENCODED_MAP;
    return Collections.unmodifiableMap(Values.map(string(key), percentEncoded));
  }

  /** Whether a signal is sent anywhere, given the key that says where. */
  public boolean exported(Key exporters) {
    List<String> names = list(exporters);
    return !flag(Keys.SDK_DISABLED) && !names.isEmpty() && !names.contains("none");
  }

  /** Where and how to send a signal by OTLP. */
  public OtlpSettings otlp(Signal signal) {
    return new OtlpSettings(this, signal);
  }

  /**
   * Whether an instrumentation is to be woven: what is set for its name, else for one of its
   * aliases, else its default unless all defaults are switched off. One that serves a signal which
   * goes nowhere is not, whatever is set.
   */
  public boolean instrumentationEnabled(String name, boolean byDefault) {
    if (InstrumentationNames.serveLogRecordsOnly(name) && !exported(Keys.LOGS_EXPORTER)) {
      return false;
    }
    Setting setting = switchOf(name);
    return setting == null
        ? byDefault && flag(InstrumentationKeys.INSTRUMENTATION_DEFAULT_ENABLED)
        : setting.value().equalsIgnoreCase("true");
  }

  /** Whether an instrumentation or a telemetry rule is switched on or off by its own name. */
  public boolean isSwitched(String name) {
    return switchOf(name) != null;
  }

  /** Whether there are telemetry rules, or there is what stands for some. */
  public boolean hasRules() {
    return isSet(InstrumentationKeys.RULES) || isSet(InstrumentationKeys.INCLUDE_METHODS);
  }

  /**
   * What the user should be told of switches that are neither of an instrumentation nor of a
   * telemetry rule. Where there are rules this cannot be known before they are read.
   */
  public List<Problem> unknownSwitches(Collection<String> rules) {
    List<Problem> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String rule : rules) {
      names.add(InstrumentationNames.switchName(rule));
    }
    for (Map.Entry<String, Setting> entry : settings.entrySet()) {
      String flagged = InstrumentationNames.flagged(entry.getKey());
      boolean known =
          flagged == null
              || Keys.withEnvironmentName(entry.getKey()) != null
              || InstrumentationNames.contains(flagged)
              || names.contains(flagged);
      if (!known) {
        new UnknownSetting(entry.getKey(), entry.getValue(), names).report(found);
      }
    }
    return found;
  }

  private @Nullable Setting switchOf(String name) {
    for (String known : InstrumentationNames.of(name)) {
      Setting setting = settings.get(InstrumentationNames.environmentName(known));
      if (setting != null) {
        return setting;
      }
    }
    return null;
  }

  /** Whether the key itself is set, more general ones apart. */
  boolean hasOwn(Key key) {
    return settings.containsKey(key.environmentName());
  }

  private @Nullable Setting setting(Key key) {
    Setting own = settings.get(key.environmentName());
    Key general = key.general();
    return own != null || general == null ? own : setting(general);
  }

  private void adoptFormerNames() {
    for (Key key : Keys.all()) {
      String formerName = key.formerName();
      Setting former = formerName == null ? null : settings.remove(Key.environmentName(formerName));
      if (former != null && !hasOwn(key)) {
        settings.put(key.environmentName(), former);
      }
    }
  }

  /** What it means is known to that sampler only, and one line is enough for both. */
  private void dropArgumentOfUnknownSampler() {
    Setting sampler = settings.get(Keys.TRACES_SAMPLER.environmentName());
    if (sampler != null && !Keys.TRACES_SAMPLER.hasChoice(sampler.value())) {
      settings.remove(Keys.TRACES_SAMPLER_ARG.environmentName());
    }
  }

  private void check() {
    Check check = new Check(problems);
    Iterator<Map.Entry<String, Setting>> entries = settings.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, Setting> entry = entries.next();
      Setting setting = entry.getValue();
      Key key = key(entry.getKey());
      if (key == null) {
        new UnknownSetting(entry.getKey(), setting, Collections.emptySet()).report(problems);
        continue;
      }
      Setting accepted = check.accepted(key, setting);
      if (accepted == null) {
        entries.remove();
      } else {
        entry.setValue(accepted);
        reportIfNotHonoured(key, setting);
      }
    }
  }

  private @Nullable Key key(String environmentName) {
    Key key = Keys.withEnvironmentName(environmentName);
    if (key != null) {
      return key;
    }
    String flagged = InstrumentationNames.flagged(environmentName);
    boolean known = flagged != null && (InstrumentationNames.contains(flagged) || hasRules());
    return known ? Key.of(Key.Type.BOOLEAN, environmentName, "", "") : null;
  }

  private void reportIfNotHonoured(Key key, Setting setting) {
    String why = key.whyNotHonoured();
    if (why != null) {
      problems.add(Problem.notHonoured(setting, why));
    }
  }

  private boolean protocolIsSet() {
    for (String name : settings.keySet()) {
      if (name.endsWith("_PROTOCOL") && name.startsWith("OTEL_EXPORTER_OTLP_")) {
        return true;
      }
    }
    return false;
  }

  private void addMismatches() {
    for (String line : OtlpSettings.mismatches(this)) {
      addOnce(line);
    }
  }

  private void addOnce(String text) {
    for (Problem problem : problems) {
      if (problem.line().equals(text)) {
        return;
      }
    }
    if (!text.isEmpty()) {
      problems.add(new Problem(text));
    }
  }
}
