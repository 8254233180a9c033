// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

/** What can be done about a violation and what is done. */
public record Remediation(
    boolean autoRemediate, String suggestedAction, String runbookUrl, Action actionTaken) {}
