// SPDX-License-Identifier: Apache-2.0
package example.surroundings;

import example.Shop;
import java.util.logging.LogManager;

/** A shop that says first which log manager it has got. */
public final class LoggingShop {
  private LoggingShop() {}

  /** Serves until the input ends. */
  public static void main(String[] arguments) throws Exception {
    System.out.println("log manager " + LogManager.getLogManager().getClass().getName());
    Shop.main(arguments);
  }
}
