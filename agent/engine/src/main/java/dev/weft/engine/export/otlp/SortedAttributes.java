// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.otlp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Attributes in the order of their names, the last one of each name, as the SDK has them. Used for
 * one event or log record after the other.
 */
final class SortedAttributes {
  private String[] names = new String[8];
  private Object[] values = new Object[8];
  private int[] limits = new int[8];
  private int size;

  int size() {
    return size;
  }

  /**
   * Sets one, unless it has no name or no value.
   *
   * @param limit texts are cut to so many characters
   */
  void put(String name, @Nullable Object value, int limit) {
    if (value == null || name.isEmpty()) {
      return;
    }
    int place = size;
    while (place > 0 && names[place - 1].compareTo(name) > 0) {
      place--;
    }
    if (place > 0 && names[place - 1].equals(name)) {
      values[place - 1] = value;
      limits[place - 1] = limit;
      return;
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
      limits = Arrays.copyOf(limits, 2 * size);
    }
    System.arraycopy(names, place, names, place + 1, size - place);
    System.arraycopy(values, place, values, place + 1, size - place);
    System.arraycopy(limits, place, limits, place + 1, size - place);
    names[place] = name;
    values[place] = value;
    limits[place] = limit;
    size++;
  }

  /** Sets what is said of an exception, which is not cut. */
  void put(Throwable thrown) {
    ExceptionAttributes.put((name, value) -> put(name, value, Integer.MAX_VALUE), thrown);
  }

  void write(ProtoBuffer out, int field) {
    for (int i = 0; i < size; i++) {
      AttributeEncoder.write(out, field, names[i], values[i], limits[i]);
    }
  }

  /** Forgets them. */
  void clear() {
    Arrays.fill(names, 0, size, null);
    Arrays.fill(values, 0, size, null);
    size = 0;
  }
}
