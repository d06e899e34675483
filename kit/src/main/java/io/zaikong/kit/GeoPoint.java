package io.zaikong.kit;

/** A position in WGS-84 (equal to CGCS2000 within a metre), degrees. */
public record GeoPoint(double longitudeDeg, double latitudeDeg) {

  public GeoPoint {
    if (!(longitudeDeg >= -180 && longitudeDeg <= 180 && latitudeDeg >= -90 && latitudeDeg <= 90)) {
      throw new IllegalArgumentException(
          "not a position: longitude " + longitudeDeg + ", latitude " + latitudeDeg);
    }
  }
}
