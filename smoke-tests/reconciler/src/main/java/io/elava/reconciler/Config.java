// SPDX-License-Identifier: Apache-2.0
package io.elava.reconciler;

/** What to reconcile. */
public record Config(String version, String provider, String region) {}
