// SPDX-License-Identifier: Apache-2.0
package io.elava.notify;

import io.elava.json.Json;
import io.elava.model.NotificationReceipt;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Posts notifications as JSON to {@code <base>/<channel>}. */
public final class WebhookNotifier implements Notifier {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final URI base;

  /** Posts below this address. */
  public WebhookNotifier(URI base) {
    this.base = base;
  }

  @Override
  public NotificationReceipt notify(Notification notification) {
    try {
      return receipt(notification, client.send(request(notification), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new NotificationException("cannot reach " + notification.channel(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotificationException("interrupted", e);
    }
  }

  @Override
  public CompletableFuture<NotificationReceipt> notifyAsync(Notification notification) {
    return client
        .sendAsync(request(notification), BodyHandlers.ofString())
        .exceptionally(
            e -> {
              throw new CompletionException(
                  new NotificationException("cannot reach " + notification.channel(), e));
            })
        .thenApply(response -> receipt(notification, response));
  }

  private HttpRequest request(Notification notification) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("text", notification.text());
    body.put("severity", notification.severity());
    body.put("resource", notification.resourceId());
    body.put("scan", notification.scanId());
    body.put("recipients", notification.recipients());
    return HttpRequest.newBuilder(URI.create(base + "/" + notification.channel()))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(Json.write(body)))
        .build();
  }

  private static NotificationReceipt receipt(
      Notification notification, HttpResponse<String> response) {
    if (response.statusCode() >= 300) {
      String answer = notification.channel() + " answered " + response.statusCode();
      throw new NotificationException(answer, null);
    }
    return new NotificationReceipt(
        notification.channel(),
        response.headers().firstValue("X-Message-Id").orElse("none"),
        notification.recipients(),
        response.statusCode());
  }
}
