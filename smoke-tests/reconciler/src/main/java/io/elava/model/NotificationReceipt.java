// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

import java.util.List;

/** What a notification channel answered. */
public record NotificationReceipt(
    String channel, String messageId, List<String> recipients, int statusCode) {}
