// SPDX-License-Identifier: Apache-2.0
package example.orders;

/** A parcel on its way. */
public final class Shipment {
  private final String tracking;
  private final int grams;

  Shipment(String tracking, int grams) {
    this.tracking = tracking;
    this.grams = grams;
  }

  public String getTracking() {
    return tracking;
  }

  public int getGrams() {
    return grams;
  }
}
