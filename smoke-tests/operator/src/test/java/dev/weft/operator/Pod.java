// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A pod as the Operator leaves it, and what is expected of its applications: from the files in
 * {@code pods/}.
 *
 * @param request what each application is asked
 * @param trace the trace that the request belongs to; null if it begins one
 * @param spans the spans of each application
 * @param lines patterns of the lines that each application may have on stderr, beside the JVM's
 * @param resources what each application's resource says about the service, by container; {@code *}
 *     is any value
 */
record Pod(
    String title,
    List<Container> initContainers,
    List<Container> containers,
    String request,
    @Nullable String trace,
    List<String> spans,
    List<String> lines,
    Map<String, Map<String, String>> resources) {

  private static final List<String> FILES =
      List.of("javaagent.yaml", "sdk.yaml", "exporter.yaml", "surroundings.yaml");

  /** Returns all pods of all files. */
  static Stream<Pod> all() {
    return FILES.stream().flatMap(Pod::in);
  }

  private static Stream<Pod> in(String file) {
    try (InputStream in = Pod.class.getResourceAsStream("/pods/" + file)) {
      Map<String, Object> content = yaml().load(in);
      return list(content.get("pods")).stream().map(Pod::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Yaml yaml() {
    return new Yaml(new SafeConstructor(new LoaderOptions()));
  }

  private static Pod of(Object node) {
    Map<String, Object> pod = map(node);
    Map<String, Map<String, String>> resources = new LinkedHashMap<>();
    map(pod.get("resource")).forEach((name, resource) -> resources.put(name, texts(resource)));
    return new Pod(
        text(pod.get("case")),
        containers(pod.get("initContainers")),
        containers(pod.get("containers")),
        text(pod.getOrDefault("request", "GET /orders")),
        (String) pod.get("trace"),
        list(pod.getOrDefault("spans", List.of("GET", "SELECT"))).stream().map(Pod::text).toList(),
        list(pod.get("stderr")).stream().map(Pod::text).toList(),
        resources);
  }

  private static List<Container> containers(@Nullable Object nodes) {
    return list(nodes).stream().map(Pod::container).toList();
  }

  private static Container container(Object node) {
    Map<String, Object> container = map(node);
    List<Container.Variable> variables = new ArrayList<>();
    for (Object one : list(container.get("env"))) {
      Map<String, Object> variable = map(one);
      Map<String, Object> field = map(map(variable.get("valueFrom")).get("fieldRef"));
      variables.add(
          new Container.Variable(
              text(variable.get("name")),
              text(variable.getOrDefault("value", "")),
              (String) field.get("fieldPath")));
    }
    Map<String, String> mounts = new LinkedHashMap<>();
    for (Object one : list(container.get("volumeMounts"))) {
      Map<String, Object> mount = map(one);
      mounts.put(text(mount.get("name")), text(mount.get("mountPath")));
    }
    return new Container(
        text(container.get("name")),
        text(container.get("image")),
        list(container.get("command")).stream().map(Pod::text).toList(),
        variables,
        mounts,
        (Integer) map(container.get("securityContext")).get("runAsUser"));
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(@Nullable Object node) {
    return node == null ? List.of() : (List<Object>) node;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object node) {
    return node == null ? Map.of() : (Map<String, Object>) node;
  }

  private static Map<String, String> texts(Object node) {
    Map<String, String> texts = new LinkedHashMap<>();
    map(node).forEach((name, value) -> texts.put(name, text(value)));
    return texts;
  }

  private static String text(Object node) {
    return String.valueOf(node);
  }

  @Override
  public String toString() {
    return title;
  }
}
