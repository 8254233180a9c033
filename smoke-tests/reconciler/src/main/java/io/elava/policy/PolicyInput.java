// SPDX-License-Identifier: Apache-2.0
package io.elava.policy;

import io.elava.model.Resource;

/** What a policy may look at. */
public record PolicyInput(Resource resource, String environment, String scanId) {}
