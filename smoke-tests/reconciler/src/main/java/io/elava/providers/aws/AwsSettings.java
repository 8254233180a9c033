// SPDX-License-Identifier: Apache-2.0
package io.elava.providers.aws;

import java.net.URI;

/**
 * How to reach AWS.
 *
 * @param endpoint where to send all calls
 * @param staticCredentials whether to use made-up credentials, for a stub
 * @param bucketTags whether to read the tags of buckets
 */
public record AwsSettings(
    String region, URI endpoint, boolean staticCredentials, boolean bucketTags) {}
