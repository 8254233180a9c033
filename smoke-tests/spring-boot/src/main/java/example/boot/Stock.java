// SPDX-License-Identifier: Apache-2.0
package example.boot;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Where the shop's stock lies: a look costs one into the database and one call of a cloud. Only
 * with a cloud, which {@code shop.cloud} names.
 */
@RestController
@ConditionalOnProperty("shop.cloud")
final class Stock {
  private final JdbcTemplate database;
  private final S3Client cloud;

  Stock(JdbcTemplate database, @Value("${shop.cloud}") URI endpoint) {
    this.database = database;
    this.cloud =
        S3Client.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .endpointOverride(endpoint)
            .forcePathStyle(true)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("shop", "shop")))
            .build();
  }

  @GetMapping("/stock/{number}")
  String stock(@PathVariable("number") int number) {
    Integer found = database.queryForObject("SELECT CAST(? AS INT)", Integer.class, number);
    return "stock " + found + ": " + cloud.listBuckets().buckets().size();
  }
}
