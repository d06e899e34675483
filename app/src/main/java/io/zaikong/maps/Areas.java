package io.zaikong.maps;

import io.zaikong.kit.GeoPoint;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** Areas in WGS-84, degrees: made, kept as bytes, made simple enough to be drawn. */
final class Areas {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Areas() {}

  /** Of rings as a file has them: longitude and latitude in turn. */
  static Geometry of(List<List<double[]>> polygons, Datum datum) {
    return FACTORY.createMultiPolygon(
        polygons.stream().map(rings -> polygon(rings, datum)).toArray(Polygon[]::new));
  }

  private static Polygon polygon(List<double[]> rings, Datum datum) {
    LinearRing[] all = rings.stream().map(ring -> ring(ring, datum)).toArray(LinearRing[]::new);
    LinearRing[] holes = new LinearRing[all.length - 1];
    System.arraycopy(all, 1, holes, 0, holes.length);
    return FACTORY.createPolygon(all[0], holes);
  }

  private static LinearRing ring(double[] ring, Datum datum) {
    Coordinate[] coordinates = new Coordinate[ring.length / 2];
    for (int i = 0; i < coordinates.length; i++) {
      GeoPoint point = datum.toWgs84(ring[2 * i], ring[2 * i + 1]);
      coordinates[i] = new Coordinate(point.longitudeDeg(), point.latitudeDeg());
    }
    // the same place twice is the same position, whatever the conversion rounds
    coordinates[coordinates.length - 1] = new Coordinate(coordinates[0]);
    return FACTORY.createLinearRing(coordinates);
  }

  static byte[] bytes(Geometry geometry) {
    return new WKBWriter().write(geometry);
  }

  /**
   * @throws IllegalStateException when the bytes are none of {@link #bytes}
   */
  static Geometry ofBytes(byte[] bytes) {
    try {
      return new WKBReader(FACTORY).read(bytes);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean contains(Geometry area, GeoPoint point) {
    return area.covers(
        FACTORY.createPoint(new Coordinate(point.longitudeDeg(), point.latitudeDeg())));
  }

  /**
   * By Douglas and Peucker, as coarse as it must be to have about so many positions.
   *
   * @param finestDeg what is smaller would not be seen where it is drawn
   */
  static Geometry simplified(Geometry area, double finestDeg, int mostPositions) {
    Geometry simple = area;
    for (double deg = finestDeg; deg < 0.05; deg *= 2) {
      simple = TopologyPreservingSimplifier.simplify(area, deg);
      if (simple.getNumPoints() <= mostPositions) {
        return simple;
      }
    }
    return simple;
  }

  /** The coordinates of a GeoJSON MultiPolygon, to about a metre. */
  static String coordinates(Geometry area) {
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) area.getGeometryN(i);
      json.append(i == 0 ? "[" : ",[");
      ring(json, polygon.getExteriorRing());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        json.append(',');
        ring(json, polygon.getInteriorRingN(hole));
      }
      json.append(']');
    }
    return json.append(']').toString();
  }

  private static void ring(StringBuilder json, LinearRing ring) {
    json.append('[');
    for (int i = 0; i < ring.getNumPoints(); i++) {
      Coordinate at = ring.getCoordinateN(i);
      json.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, "[%.5f,%.5f]", at.x, at.y));
    }
    json.append(']');
  }
}
