// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Containers of a Docker engine: their root is read-only, and without a security context they run
 * as a user that no image knows, as OpenShift has it.
 */
final class DockerNode implements Node {
  static final String APPLICATION = "debian:bookworm-slim";

  private static final int FIRST_FOREIGN_USER = 1_000_000_000;

  private final int foreignUser =
      FIRST_FOREIGN_USER + ThreadLocalRandom.current().nextInt(FIRST_FOREIGN_USER);
  private final String agentVolume;
  private final String agentImage;
  private final Path java;
  private final Volumes volumes;

  DockerNode(String agentImage, Path java, Volumes volumes) {
    this.agentImage = agentImage;
    this.java = java;
    this.volumes = volumes;
    this.agentVolume = Docker.run("volume", "create");
    Docker.run("run", "--rm", "-v", agentVolume + ":/v", AgentImage.BASE, "chmod", "777", "/v");
  }

  @Override
  public Running start(Container container, Map<String, String> environment) {
    List<String> words = new ArrayList<>(List.of("run", "--rm", "-i", "--read-only"));
    // the test's receiver listens on the loopback of this machine
    words.addAll(List.of("--network", "host", "--cap-drop", "ALL"));
    words.addAll(List.of("--security-opt", "no-new-privileges"));
    Integer user = container.user();
    words.addAll(List.of("--user", user == null ? foreignUser + ":0" : user.toString()));
    container.mounts().forEach((volume, path) -> words.addAll(List.of("-v", bind(volume, path))));
    environment.forEach((name, value) -> words.addAll(List.of("-e", name + "=" + value)));
    if (container.isApplication()) {
      application(words);
    } else {
      command(container, words);
    }
    return Docker.start(words);
  }

  private String bind(String volume, String path) {
    return volume.equals(Container.AGENT_VOLUME)
        ? agentVolume + ":" + path
        : volumes.named(volume) + ":" + path + ":ro";
  }

  private void application(List<String> words) {
    words.addAll(List.of("-v", java + ":/opt/java:ro"));
    List<String> classPath = new ArrayList<>();
    for (Path entry : Shops.applications()) {
      String inside = "/app/" + classPath.size() + "-" + entry.getFileName();
      words.addAll(List.of("-v", entry + ":" + inside + ":ro"));
      classPath.add(inside);
    }
    words.addAll(List.of(APPLICATION, "/opt/java/bin/java", "-XX:TieredStopAtLevel=1"));
    words.addAll(List.of("-Dshop.database=jdbc:h2:mem:shop", "-cp", String.join(":", classPath)));
    words.add("example.Shop");
  }

  private void command(Container container, List<String> words) {
    if (container.image().startsWith("ex/")) {
      Path folder = volumes.ofExtension(container);
      words.addAll(List.of("-v", folder + ":/" + folder.getFileName() + ":ro", AgentImage.BASE));
    } else {
      words.add(agentImage);
    }
    words.addAll(container.command());
  }

  @Override
  public void close() {
    // there are some if a test has failed
    String left = Docker.run("ps", "-aq", "--filter", "volume=" + agentVolume);
    left.lines().forEach(container -> Docker.run("rm", "-f", container));
    Docker.run("volume", "rm", agentVolume);
  }
}
