// SPDX-License-Identifier: Apache-2.0
/** Metrics as a Prometheus asks for them: names, text formats and the endpoint. */
package dev.weft.engine.export.prometheus;
