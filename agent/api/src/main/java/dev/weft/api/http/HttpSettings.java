// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What users may set about HTTP telemetry; installed by the engine. Immutable. */
public final class HttpSettings {
  private static final String[] NO_HEADERS = {};
  private static volatile HttpSettings installed =
      new HttpSettings(
          java.util.Arrays.asList(
              "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"),
          java.util.Arrays.asList(
              "AWSAccessKeyId",
              "Signature",
              "X-Amz-Signature",
              "X-Amz-Credential",
              "X-Amz-Security-Token",
              "sig",
              "X-Goog-Signature"),
          Collections.<String>emptyList(),
          Collections.<String>emptyList(),
          Collections.<String>emptyList(),
          Collections.<String>emptyList());

  private final Set<String> knownMethods;
  private final Set<String> sensitiveParameters;
  private final String[] clientRequestHeaders;
  private final String[] clientResponseHeaders;
  private final String[] serverRequestHeaders;
  private final String[] serverResponseHeaders;

  /** Creates settings; header names are matched and reported in lower case. */
  public HttpSettings(
      Collection<String> knownMethods,
      Collection<String> sensitiveParameters,
      Collection<String> clientRequestHeaders,
      Collection<String> clientResponseHeaders,
      Collection<String> serverRequestHeaders,
      Collection<String> serverResponseHeaders) {
    this.knownMethods = new HashSet<>(knownMethods);
    this.sensitiveParameters = new HashSet<>(sensitiveParameters);
    this.clientRequestHeaders = lowerCase(clientRequestHeaders);
    this.clientResponseHeaders = lowerCase(clientResponseHeaders);
    this.serverRequestHeaders = lowerCase(serverRequestHeaders);
    this.serverResponseHeaders = lowerCase(serverResponseHeaders);
  }

  /** Replaces the settings; called by the engine before anything is woven. */
  public static void install(HttpSettings settings) {
    installed = settings;
  }

  static HttpSettings get() {
    return installed;
  }

  boolean knows(String method) {
    return knownMethods.contains(method);
  }

  boolean sensitive(String parameter) {
    return sensitiveParameters.contains(parameter);
  }

  boolean anySensitive() {
    return !sensitiveParameters.isEmpty();
  }

  String[] clientRequestHeaders() {
    return clientRequestHeaders;
  }

  String[] clientResponseHeaders() {
    return clientResponseHeaders;
  }

  String[] serverRequestHeaders() {
    return serverRequestHeaders;
  }

  String[] serverResponseHeaders() {
    return serverResponseHeaders;
  }

  private static String[] lowerCase(Collection<String> names) {
    if (names.isEmpty()) {
      return NO_HEADERS;
    }
    String[] lower = new String[names.size()];
    int i = 0;
    for (String name : names) {
      lower[i++] = name.toLowerCase(Locale.ROOT);
    }
    return lower;
  }
}
