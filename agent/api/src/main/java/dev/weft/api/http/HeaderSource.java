// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import java.util.List;

/** Gives the values of a header; asked only for headers that users chose to capture. */
public interface HeaderSource<M> {
  /** Returns all values of a header, whatever the case of its name; empty where there is none. */
  List<String> header(M message, String name);
}
