// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import dev.weft.api.Scope;
import dev.weft.api.logs.LogRecord;
import dev.weft.api.logs.Logs;
import dev.weft.api.metrics.Counter;
import dev.weft.api.metrics.Gauge;
import dev.weft.api.metrics.Histogram;
import dev.weft.api.metrics.Instrument;
import dev.weft.api.metrics.Labels;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.Sampler;
import dev.weft.api.trace.Samplers;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanContext;
import dev.weft.api.trace.SpanKind;
import dev.weft.api.trace.Tracing;
import dev.weft.engine.CapturedErr;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.rules.file.RuleFiles;
import dev.weft.engine.rules.model.RuleProblem;
import dev.weft.engine.rules.record.RuleInstruments;
import dev.weft.engine.weave.Explanation;
import dev.weft.engine.weave.MethodWeaver;
import dev.weft.engine.weave.Woven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** The sample application, woven by rules in this JVM, and what is recorded of it. */
final class Ruled implements AutoCloseable {
  private static final String SAMPLES = "dev.weft.engine.rules.weave.sample.";
  private static int made;

  final List<Span> spans = Collections.synchronizedList(new ArrayList<>());
  final List<LogRecord> logs = Collections.synchronizedList(new ArrayList<>());
  private final List<SpanContext> correlated = Collections.synchronizedList(new ArrayList<>());
  private final CapturedErr err = new CapturedErr();
  private final RuleInstruments instruments = new RuleInstruments();
  private final String scope = "test." + ++made;
  private final Function<String, Object> application;

  /**
   * Reads rules, and loads the application anew.
   *
   * @param rules without the line {@code rules:}; {@code $} stands for the application, {@code $@}
   *     for what is nested in it
   */
  @SuppressWarnings("unchecked")
  Ruled(Path folder, Sampler sampler, String rules) throws Exception {
    String text =
        "scope: "
            + scope
            + "\nrules:\n"
            + rules.indent(2).replace("$@", SAMPLES + "App$").replace("$,", SAMPLES + "App,");
    RuleFiles.Outcome read = RuleFiles.read(List.of(write(folder, text).toFile()));
    if (!read.isWhole()) {
      throw new IllegalArgumentException(
          read.problems.stream().map(RuleProblem::line).toList().toString());
    }
    Generation generation = new Generation(1, read.rules, read.rules.rules);
    Properties settings = new Properties();
    settings.setProperty("otel.service.name", "tested");
    Woven.start(
        new RuleLinker(
            () -> generation,
            instruments,
            new ProcessAttributes(new Configuration(null, Map.of(), settings))));
    Tracing.install(spans::add, sampler, Propagator.NONE, false);
    Logs.install(
        record -> {
          logs.add(record);
          correlated.add(record.span());
        });
    MethodWeaver weaver = new MethodWeaver(new Explanation(List.of(), false, ""));
    RuleTransformer transformer = new RuleTransformer(() -> generation, weaver, new Surroundings());
    application =
        (Function<String, Object>)
            new Loader(transformer)
                .loadClass(SAMPLES + "App")
                .getDeclaredConstructor()
                .newInstance();
  }

  Ruled(Path folder, String rules) throws Exception {
    this(folder, Samplers.parentBased(Samplers.ALWAYS_ON), rules);
  }

  private static Path write(Path folder, String text) throws IOException {
    return Files.writeString(folder.resolve("rules.yaml"), text);
  }

  /** Runs a scene of the application. */
  Object run(String scene) {
    return application.apply(scene);
  }

  /** Does something within a span of somebody else. */
  static Object within(String name, Callable<Object> action) throws Exception {
    Span span = Tracing.start(Scope.of("outside"), name, SpanKind.SERVER, false, System.nanoTime());
    Span before = Tracing.makeCurrent(span);
    try {
      return action.call();
    } finally {
      Tracing.makeCurrent(before);
      span.end();
    }
  }

  /** Makes an object of another sample of the same application. */
  Object other(String sample) throws ReflectiveOperationException {
    ClassLoader loader = application.getClass().getClassLoader();
    return loader.loadClass(SAMPLES + sample).getDeclaredConstructor().newInstance();
  }

  /** The spans in the order of their ends: name, parent's name, failed, attributes. */
  List<String> spans() {
    return List.copyOf(spans).stream().map(this::shown).toList();
  }

  private String shown(Span span) {
    String parent =
        span.parent() == null
            ? ""
            : " < "
                + List.copyOf(spans).stream()
                    .filter(one -> one.context().spanId() == span.parent().spanId())
                    .map(Span::name)
                    .findFirst()
                    .orElse("?");
    Map<String, Object> attributes = new TreeMap<>();
    for (int i = 0; i < span.attributeCount(); i++) {
      Object value = span.attributeValue(i);
      Object known = value instanceof Object[] array ? Arrays.toString(array) : value;
      attributes.put(span.attributeKey(i), known);
    }
    return span.name()
        + parent
        + (span.isFailed() ? " failed" : "")
        + (attributes.isEmpty() ? "" : " " + attributes);
  }

  /** The log records in their order: severity, event, body, attributes, name of the span. */
  List<String> logs() {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < logs.size(); i++) {
      LogRecord one = logs.get(i);
      SpanContext span = correlated.get(i);
      String name =
          List.copyOf(spans).stream()
              .filter(any -> span != null && any.context().spanId() == span.spanId())
              .map(Span::name)
              .findFirst()
              .orElse("-");
      Map<String, Object> attributes = new TreeMap<>();
      for (int a = 0; a < one.attributeCount(); a++) {
        attributes.put(one.attributeKey(a), one.attributeValue(a));
      }
      shown.add(
          one.severityText()
              + (one.event() == null ? "" : " " + one.event())
              + (one.body() == null ? "" : " '" + one.body() + "'")
              + (attributes.isEmpty() ? "" : " " + attributes)
              + " in "
              + name);
    }
    return shown;
  }

  /** The series of a metric of the rules: the value, or count and sum, by its attributes. */
  Map<String, String> series(String metric) {
    Map<String, String> series = new TreeMap<>();
    for (Instrument one : Metrics.instruments()) {
      if (one.name().equals(metric) && one.scope().name().equals(scope)) {
        if (one instanceof Counter counter) {
          counter.visit((labels, value) -> series.put(text(labels), "" + value));
        } else if (one instanceof Gauge gauge) {
          gauge.visit((labels, value) -> series.put(text(labels), "" + value));
        } else if (one instanceof Histogram histogram) {
          histogram.visit(
              (labels, known) -> {
                var snapshot = known.snapshot(false);
                series.put(text(labels), snapshot.total() + " of " + snapshot.sum());
              });
        }
      }
    }
    return series;
  }

  private static String text(Labels labels) {
    if (labels == null) {
      return "overflow";
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      values.add(String.valueOf(labels.get(i)));
    }
    return String.join(",", values);
  }

  /** What was printed since the last time, without the folder. */
  List<String> said() {
    return err.lines().stream()
        .map(line -> line.replaceAll("\\S*/rules.yaml", "rules.yaml"))
        .toList();
  }

  @Override
  public void close() {
    err.close();
    Tracing.install(span -> {}, Samplers.parentBased(Samplers.ALWAYS_ON), Propagator.NONE, false);
    Logs.install(null);
    instruments.keep(List.of());
  }

  /** Nothing is excluded, and all is ready. */
  private static final class Surroundings implements RuleTransformer.Surroundings {
    @Override
    public boolean excludes(ClassLoader loader, String internalName) {
      return false;
    }

    @Override
    public void prepare() {}
  }

  /** Loads the samples, each woven as where the JVM loads it. */
  private static final class Loader extends ClassLoader {
    private final RuleTransformer transformer;

    Loader(RuleTransformer transformer) {
      super(Ruled.class.getClassLoader());
      this.transformer = transformer;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(SAMPLES)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known == null ? define(name) : known;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String internalName = name.replace('.', '/');
      try (var in = getResourceAsStream(internalName + ".class")) {
        byte[] own = in.readAllBytes();
        byte[] woven = transformer.transform(this, internalName, null, null, own);
        byte[] bytes = woven == null ? own : woven;
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
