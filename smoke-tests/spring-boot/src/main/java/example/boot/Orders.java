// SPDX-License-Identifier: Apache-2.0
package example.boot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** An order costs one look into the database, one question to a peer, and one line of the log. */
@RestController
final class Orders {
  private static final Logger LOG = LoggerFactory.getLogger("shop");

  private final HttpClient client = HttpClient.newHttpClient();
  private final JdbcTemplate database;
  private final URI peer;

  Orders(JdbcTemplate database, @Value("${shop.peer}") URI peer) {
    this.database = database;
    this.peer = peer;
  }

  @GetMapping("/orders/{number}")
  String order(@PathVariable("number") int number) throws IOException, InterruptedException {
    Integer found = database.queryForObject("SELECT CAST(? AS INT)", Integer.class, number);
    int status =
        client.send(HttpRequest.newBuilder(peer).build(), BodyHandlers.discarding()).statusCode();
    LOG.info("order {}", found);
    return "order " + found + ": " + status;
  }
}
