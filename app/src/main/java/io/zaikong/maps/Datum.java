package io.zaikong.maps;

import io.zaikong.kit.Gcj02;
import io.zaikong.kit.GeoPoint;
import java.util.Arrays;
import java.util.Optional;

/** In which datum a file or a map server states positions. */
enum Datum {
  /** WGS-84, and CGCS2000, which is equal within a metre. */
  WGS84,
  /** The shifted one of public maps in China. */
  GCJ02;

  static Optional<Datum> find(String name) {
    return Arrays.stream(values()).filter(d -> d.name().equals(name)).findFirst();
  }

  GeoPoint toWgs84(double longitudeDeg, double latitudeDeg) {
    return this == GCJ02
        ? Gcj02.toWgs84(longitudeDeg, latitudeDeg)
        : new GeoPoint(longitudeDeg, latitudeDeg);
  }
}
