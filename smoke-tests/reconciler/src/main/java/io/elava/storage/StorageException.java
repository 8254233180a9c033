// SPDX-License-Identifier: Apache-2.0
package io.elava.storage;

/** The database refused an operation. */
public final class StorageException extends RuntimeException {

  StorageException(String message, Throwable cause) {
    super(message, cause);
  }
}
