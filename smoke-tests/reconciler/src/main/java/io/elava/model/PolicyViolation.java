// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

import java.util.List;

/**
 * One policy that one resource violates.
 *
 * @param riskScore from 0 to 10
 */
public record PolicyViolation(
    String policyName,
    String rule,
    RiskLevel severity,
    double riskScore,
    String expected,
    String actual,
    List<String> complianceFrameworks,
    Remediation remediation,
    Resource resource) {}
