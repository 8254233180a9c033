// SPDX-License-Identifier: Apache-2.0
package io.elava.providers.aws;

import io.elava.model.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The tags of buckets; each is asked for once an hour, for that takes a call of its own. */
final class BucketTags {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int NOT_FOUND = 404;

  private final Map<String, Known> known = new HashMap<>();
  private final S3Client s3;
  private final Clock clock;

  BucketTags(S3Client s3, Clock clock) {
    this.s3 = s3;
    this.clock = clock;
  }

  Tags of(String bucket) {
    Instant now = clock.instant();
    Known before = known.get(bucket);
    if (before != null && before.expiry().isAfter(now)) {
      return before.tags();
    }
    Tags tags = read(bucket);
    known.put(bucket, new Known(tags, now.plus(KEPT)));
    return tags;
  }

  private Tags read(String bucket) {
    Map<String, String> tags = new HashMap<>();
    try {
      s3.getBucketTagging(request -> request.bucket(bucket))
          .tagSet()
          .forEach(tag -> tags.put(tag.key(), tag.value()));
    } catch (S3Exception e) {
      if (e.statusCode() != NOT_FOUND) { // that is how S3 says that there are none
        throw e;
      }
    }
    return Tags.of(tags);
  }

  private record Known(Tags tags, Instant expiry) {}
}
