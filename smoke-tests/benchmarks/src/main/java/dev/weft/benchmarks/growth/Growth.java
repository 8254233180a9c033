// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.growth;

/** Something of which an application can have more and more. */
interface Growth {
  /** Makes some more units, and keeps what applications keep of them. */
  void grow(int units) throws Exception;

  /** Lets go of all. */
  default void release() throws Exception {}

  /** Returns how many units there are, as far as that can be told. */
  long count();
}
