// SPDX-License-Identifier: Apache-2.0
package io.elava.providers.aws;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The clients of the services, over one HTTP client. */
final class AwsClients implements AutoCloseable {
  private static final Duration BACKOFF = Duration.ofMillis(50);

  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final StandardRetryStrategy retries =
      AwsRetryStrategy.standardRetryStrategy().toBuilder()
          .backoffStrategy(BackoffStrategy.fixedDelay(BACKOFF))
          .throttlingBackoffStrategy(BackoffStrategy.fixedDelay(BACKOFF))
          .build();
  private final AwsCredentialsProvider credentials;
  private final AwsSettings settings;
  private ElasticLoadBalancingV2Client elb;
  final Ec2Client ec2;
  final RdsClient rds;
  final S3Client s3;

  AwsClients(AwsSettings settings) {
    this.settings = settings;
    credentials =
        settings.staticCredentials()
            ? StaticCredentialsProvider.create(AwsBasicCredentials.create("stub", "stub"))
            : DefaultCredentialsProvider.builder().build();
    ec2 = configured(Ec2Client.builder().httpClient(http)).build();
    rds = configured(RdsClient.builder().httpClient(http)).build();
    s3 = configured(S3Client.builder().httpClient(http).forcePathStyle(true)).build();
  }

  /** The client of a service that not every installation asks for. */
  ElasticLoadBalancingV2Client elb() {
    if (elb == null) {
      elb = configured(ElasticLoadBalancingV2Client.builder().httpClient(http)).build();
    }
    return elb;
  }

  private <B extends AwsClientBuilder<B, ?>> B configured(B builder) {
    builder
        .region(Region.of(settings.region()))
        .credentialsProvider(credentials)
        .overrideConfiguration(override -> override.retryStrategy(retries));
    return builder.endpointOverride(settings.endpoint());
  }

  @Override
  public void close() {
    if (elb != null) {
      elb.close();
    }
    ec2.close();
    rds.close();
    s3.close();
    http.close();
  }
}
