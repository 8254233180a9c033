// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.engine.config.Configuration;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessDescriptionTest {
  private static final String ID =
      "9f2c5d7a1b3e4f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8";
  private static final String UID = "0e6b9d5c-7a1f-4c1e-9a55-3f0d6c1b2a34";

  @TempDir private Path root;
  private final Map<String, String> environment = new HashMap<>();
  private final Properties properties = new Properties();

  private void file(String path, String... lines) {
    Path file = root.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Map<String, Object> detected(String... settings) {
    properties.setProperty("user.dir", root.resolve("work").toString());
    try (URLClassLoader application =
        new URLClassLoader(new URL[] {root.resolve("app/").toUri().toURL()}, null)) {
      Surroundings surroundings =
          new Surroundings(root.toString(), environment, properties, application);
      Properties set = new Properties();
      for (int i = 0; i < settings.length; i += 2) {
        set.setProperty(settings[i], settings[i + 1]);
      }
      Configuration configuration = new Configuration(null, Map.of(), set);
      return new ProcessDescription(configuration, surroundings).detect();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12:cpuset:/docker/" + ID,
        "1:name=systemd:/docker/dc579f8a8319c8cf7d38e1adf263bc08d23/" + ID + ".scope",
        "1:name=systemd:/kubepods.slice/cri-containerd-" + ID + ".scope",
        "0::/system.slice/kubepods-burstable-pod1.slice:cri-containerd:" + ID,
        "0::/libpod-" + ID,
      })
  void containerId_fromControlGroups(String line) {
    file("proc/self/cgroup", "13:pids:/", "", "0::/user.slice/session-1.scope", line);

    assertThat(detected()).containsEntry("container.id", ID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "473 456 254:1 /docker/containers/" + ID + "/resolv.conf /etc/resolv.conf rw - ext4 v rw",
        "983 961 0:56 /containers/overlay-containers/" + ID + "/userdata/hostname /etc/hostname rw",
        "1096 1088 0:64 /../../kubepods/cri-containerd:" + ID + " /sys/fs/cgroup ro - cgroup2 c rw",
        "855 827 0:35 /../crio-" + ID + " /sys/fs/cgroup ro - cgroup2 cgroup rw",
      })
  void containerId_fromMounts(String line) {
    file("proc/self/cgroup", "0::/");
    file("proc/self/mountinfo", "456 375 0:143 / / rw - overlay overlay rw", line);

    assertThat(detected()).containsEntry("container.id", ID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0::/",
        "0::/docker/9f2c5d7a1b3e",
        "0::/docker/XX2c5d7a1b3e4f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8",
        "0::/a.b-c",
        "no slash",
      })
  void containerId_elsewhere_isNotSaid(String line) {
    file("proc/self/cgroup", line);
    file("proc/self/mountinfo", "1 2 3:4 /docker/containers/9f2c/hosts /etc/hosts rw");

    assertThat(detected()).doesNotContainKey("container.id");
  }

  @Test
  void hostName_isThatOfTheEnvironment_elseOfTheKernel() {
    file("proc/sys/kernel/hostname", "kernel-host");

    Map<String, Object> ofKernel = detected();
    environment.put("HOSTNAME", "pod-1");

    assertThat(ofKernel).containsEntry("host.name", "kernel-host");
    assertThat(detected()).containsEntry("host.name", "pod-1");
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, linux",
    "Mac OS X, darwin",
    "Windows Server 2022, windows",
    "SunOS, solaris",
    "FreeBSD, freebsd",
    "HP-UX, hpux",
    "AIX, aix",
    "Plan 9, ",
  })
  void osType_isOneOfTheConventions(String name, String type) {
    properties.setProperty("os.name", name);

    assertThat(detected().get("os.type")).isEqualTo(type);
  }

  @Test
  void kubernetes_fromTheOperator_andFromWithin() {
    environment.put("OTEL_RESOURCE_ATTRIBUTES_POD_NAME", "shop-1");
    environment.put("OTEL_RESOURCE_ATTRIBUTES_NODE_NAME", "node-1");
    environment.put("KUBERNETES_SERVICE_HOST", "10.0.0.1");
    file("var/run/secrets/kubernetes.io/serviceaccount/namespace", "shops");
    file(
        "proc/self/mountinfo",
        "1 2 8:1 /var/lib/kubelet/pods/" + UID + "/etc-hosts /etc/hosts rw - ext4 /dev/sda1 rw");

    assertThat(detected("otel.resource.attributes", "k8s.namespace.name=given"))
        .containsEntry("k8s.pod.name", "shop-1")
        .containsEntry("k8s.node.name", "node-1")
        .containsEntry("k8s.pod.uid", UID)
        .containsEntry("k8s.namespace.name", "given");
    environment.remove("KUBERNETES_SERVICE_HOST");
    assertThat(detected()).doesNotContainKeys("k8s.pod.uid", "k8s.namespace.name");
  }

  @Test
  void serviceName_ofNothing_isUnknown() {
    assertThat(detected())
        .containsEntry("service.name", "unknown_service:java")
        .doesNotContainKey("service.version")
        .containsKey("service.instance.id");
  }

  @ParameterizedTest
  @CsvSource({
    "work/application.properties, spring.application.name=orders, orders",
    "app/application.properties, spring.application.name = orders, orders",
    "app/application.properties, spring.application.name=${APP}, unknown_service:java",
    "app/BOOT-INF/classes/application.properties, spring.application.name=orders, orders",
    "work/application.yml, spring.application.name: orders, orders",
    "app/application.yaml, 'spring: {application: x}', unknown_service:java",
    "app/bootstrap.properties, spring.application.name=orders, orders",
    "app/bootstrap.yml, 'spring.application: #c', unknown_service:java",
  })
  void serviceName_fromFilesOfSpring(String path, String line, String name) {
    file(path, line);

    assertThat(detected()).containsEntry("service.name", name);
  }

  @Test
  void serviceName_fromNestedYaml() {
    file(
        "app/application.yml",
        "# spring.application.name: no",
        "server:",
        "  application:",
        "    name: no",
        "---",
        "spring:",
        "  profiles: [a, b]",
        "  list:",
        "    - name: no",
        "  application:",
        "    other: no",
        "    name: \"the # shop\" # yes",
        "---",
        "spring:",
        "  application:",
        "    name: later");

    assertThat(detected()).containsEntry("service.name", "the # shop");
  }

  @Test
  void serviceName_sourcesInTheirOrder() throws IOException {
    jar("shop-1.2.jar", "Title", "7.1");
    String command = root.resolve("shop-1.2.jar") + " --x";
    properties.setProperty("sun.java.command", command);
    assertThat(detected())
        .containsEntry("service.name", "Title")
        .containsEntry("service.version", "7.1");

    file("app/META-INF/build-info.properties", "build.version=8");
    file("app/application.properties", "spring.application.name=file");
    assertThat(detected())
        .containsEntry("service.name", "file")
        .containsEntry("service.version", "8");

    environment.put("SPRING_APPLICATION_NAME", "variable");
    assertThat(detected()).containsEntry("service.name", "variable");
    properties.setProperty("spring.application.name", "property");
    assertThat(detected()).containsEntry("service.name", "property");
    properties.setProperty("sun.java.command", command + " --spring.application.name=argument");
    assertThat(detected()).containsEntry("service.name", "argument");

    assertThat(detected("otel.resource.attributes", "service.name=given,service.version=9"))
        .containsEntry("service.name", "given")
        .containsEntry("service.version", "9");
    assertThat(
            detected(
                "otel.resource.attributes", "service.name=given", "otel.service.name", "named"))
        .containsEntry("service.name", "named")
        .containsEntry("service.version", "8");
  }

  @Test
  void serviceName_ofAJarWithoutTitle_isItsName() throws IOException {
    jar("my shop.jar", null, null);
    properties.setProperty("sun.java.command", root.resolve("my shop.jar") + " first second");

    assertThat(detected()).containsEntry("service.name", "my shop");
  }

  private void jar(String name, String title, String version) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (title != null) {
      main.put(Attributes.Name.IMPLEMENTATION_TITLE, title);
      main.put(Attributes.Name.IMPLEMENTATION_VERSION, version);
    }
    try (OutputStream out = Files.newOutputStream(root.resolve(name));
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.flush();
    }
  }

  @Test
  void providers_canBeChosen() {
    environment.put("HOSTNAME", "host");
    String host = "io.opentelemetry.instrumentation.resources.HostResourceProvider";

    assertThat(detected("otel.java.enabled.resource.providers", host).keySet())
        .containsOnly("service.name", "host.name");
    assertThat(detected("otel.java.disabled.resource.providers", host))
        .containsKey("process.pid")
        .doesNotContainKey("host.name");
  }

  @Test
  void disabledKeys_areLeftOut() {
    environment.put("HOSTNAME", "host");

    assertThat(
            detected(
                "otel.resource.disabled.keys", "host.name,a",
                "otel.resource.attributes", "a=1,b=2"))
        .doesNotContainKeys("host.name", "a")
        .containsEntry("b", "2");
  }

  @Test
  void commandLine_isNeverSent() {
    properties.setProperty("sun.java.command", "Main --password=s3cret");
    file("proc/self/cmdline", "java\0Main\0--password=s3cret\0");

    assertThat(detected().toString()).doesNotContain("s3cret");
  }
}
