package io.zaikong.maps;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A part of the map between two meridians and two parallels, WGS-84. */
record Box(double westDeg, double southDeg, double eastDeg, double northDeg) {

  static Box of(Geometry area) {
    Envelope envelope = area.getEnvelopeInternal();
    return new Box(envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY());
  }

  /** Reads west, south, east and north with commas between them, as RFC 7946 writes a bbox. */
  static Optional<Box> find(String typed) {
    if (!typed.matches("-?\\d{1,3}(\\.\\d{1,9})?(,-?\\d{1,3}(\\.\\d{1,9})?){3}")) {
      return Optional.empty();
    }
    String[] degrees = typed.split(",");
    return Optional.of(
        new Box(
            Double.parseDouble(degrees[0]),
            Double.parseDouble(degrees[1]),
            Double.parseDouble(degrees[2]),
            Double.parseDouble(degrees[3])));
  }
}
