// SPDX-License-Identifier: Apache-2.0
/**
 * What Weft's tests are built from: an OTLP receiver with a strict record of what came in, small
 * HTTP peers that are never woven, and text renderings of traces and metrics. For tests only.
 */
@NullMarked
package dev.weft.testkit;

import org.jspecify.annotations.NullMarked;
