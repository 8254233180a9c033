// SPDX-License-Identifier: Apache-2.0
package example.surroundings;

import example.Shop;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A shop whose classes are retransformed before each order. */
public final class RetransformedShop {
  private RetransformedShop() {}

  /** Serves until the input ends. */
  public static void main(String[] arguments) throws Exception {
    System.setIn(new Retransforming(System.in));
    Shop.main(arguments);
  }

  private static final class Retransforming extends FilterInputStream {
    Retransforming(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      RetransformingAgent.retransform();
      return super.read(bytes, offset, length);
    }
  }
}
