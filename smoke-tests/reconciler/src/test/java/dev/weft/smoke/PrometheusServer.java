// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import dev.weft.testkit.RawHttp;
import dev.weft.testkit.RawRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** A Prometheus that scrapes one port of this machine several times a second. */
final class PrometheusServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CONFIGURATION =
      """
      global: {scrape_interval: 250ms, scrape_timeout: 250ms}
      scrape_configs:
        - job_name: reconciler
          static_configs: [{targets: ['127.0.0.1:%d']}]
      """;

  private final Process process;
  private final int port;

  private PrometheusServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it.
   *
   * @param binary the program
   * @param folder for its files
   * @param scraped the port
   */
  static PrometheusServer start(Path binary, Path folder, int scraped) throws IOException {
    Path configuration = folder.resolve("prometheus.yml");
    Files.writeString(configuration, CONFIGURATION.formatted(scraped));
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            binary.toString(),
            "--config.file=" + configuration,
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("prometheus.log").toFile());
    return new PrometheusServer(builder.start(), port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits until a query yields a value, which is the only one. */
  void await(String query, double value) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isUp() || !query(query).containsValue(value)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            query + " is not " + value + ", but " + (isUp() ? query(query) : "not up"));
      }
      Thread.sleep(100);
    }
  }

  private boolean isUp() {
    try {
      return RawHttp.send(port, RawRequest.get("/-/ready")).status() == 200;
    } catch (RuntimeException notYet) {
      return false;
    }
  }

  /** Returns what an instant query yields: values by their labels. */
  Map<Map<String, String>, Double> query(String query) {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    String body = RawHttp.send(port, RawRequest.get("/api/v1/query?query=" + encoded)).body();
    Map<String, Object> answer = new Yaml().load(body); // JSON is YAML
    if (!"success".equals(answer.get("status"))) {
      throw new AssertionError(query + ": " + body);
    }
    Map<Map<String, String>, Double> values = new HashMap<>();
    List<Map<String, Object>> results =
        ElavaSchema.cast(ElavaSchema.part(answer, "data").get("result"));
    for (Map<String, Object> result : results) {
      Map<String, String> labels =
          new TreeMap<>(ElavaSchema.<Map<String, String>>cast(result.get("metric")));
      List<Object> value = ElavaSchema.cast(result.get("value"));
      values.put(labels, Double.parseDouble(String.valueOf(value.get(1))));
    }
    return values;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
