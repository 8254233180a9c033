// SPDX-License-Identifier: Apache-2.0
package io.elava.stub;

/** What the stub answers to one AWS call. */
record StubAnswer(String operation, int status, String body) {}
