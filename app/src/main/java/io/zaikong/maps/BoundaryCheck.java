package io.zaikong.maps;

import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.DivisionCode.Level;
import io.zaikong.maps.BoundaryFile.Feature;
import io.zaikong.shell.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Judges the features of a file one by one, and says of each what is wrong, where, and what to do.
 */
final class BoundaryCheck {

  private final Datum datum;
  private final Scope scope;
  private final Map<String, String> names;
  private final Map<DivisionCode, Integer> featureOf = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Area> areas = new ArrayList<>();

  /**
   * @param names of the divisions that there are, by code
   */
  BoundaryCheck(Datum datum, Scope scope, Map<String, String> names) {
    this.datum = datum;
    this.scope = scope;
    this.names = names;
  }

  /** What is wrong with a feature: a text key and its parameters. */
  record Fault(int feature, String label, String key, List<String> parameters) {}

  /** A sound feature, in WGS-84. */
  record Area(DivisionCode division, Geometry geometry) {}

  List<Fault> faults() {
    return faults;
  }

  List<Area> areas() {
    return areas;
  }

  /** The code as the tree has it: files often fill it up with zeros. */
  static Optional<DivisionCode> code(String text) {
    String code = text;
    while (code.length() > 6 && code.endsWith("000")) {
      code = code.substring(0, code.length() - 3);
    }
    return DivisionCode.isValid(code) ? Optional.of(new DivisionCode(code)) : Optional.empty();
  }

  void judge(Feature feature) {
    Optional<DivisionCode> code = code(feature.code());
    if (code.isEmpty()) {
      fail(feature, feature.code().isEmpty() ? "maps.feature.no_code" : "maps.feature.code");
      return;
    }
    DivisionCode division = code.get();
    Integer first = featureOf.putIfAbsent(division, feature.number());
    if (first != null) {
      fail(feature, "maps.feature.twice", String.valueOf(first));
    } else if (!names.containsKey(division.value())) {
      fail(feature, "maps.feature.unknown");
    } else if (division.level() == Level.PROVINCE) {
      fail(feature, "maps.feature.level");
    } else if (!scope.covers(division)) {
      fail(feature, "maps.feature.outside");
    } else if (!feature.type().equals("Polygon") && !feature.type().equals("MultiPolygon")) {
      fail(feature, "maps.feature.type", feature.type().isEmpty() ? "null" : feature.type());
    } else if (!feature.coordinates().areOf(feature.type())) {
      fail(feature, "maps.feature.nesting", feature.type());
    } else if (areSound(feature)) {
      take(feature, division);
    }
  }

  private void take(Feature feature, DivisionCode division) {
    Geometry geometry = Areas.of(feature.coordinates().polygons(), datum);
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error == null) {
      areas.add(new Area(division, geometry));
    } else {
      fail(
          feature,
          "maps.feature.invalid",
          "%.5f".formatted(error.getCoordinate().x),
          "%.5f".formatted(error.getCoordinate().y));
    }
  }

  private boolean areSound(Feature feature) {
    for (List<double[]> polygon : feature.coordinates().polygons()) {
      for (double[] ring : polygon) {
        if (!isInRange(feature, ring)) {
          return false;
        }
        int last = ring.length - 2;
        if (ring.length < 8) {
          fail(feature, "maps.feature.short", place(ring, 0));
          return false;
        }
        if (ring[0] != ring[last] || ring[1] != ring[last + 1]) {
          fail(feature, "maps.feature.open", place(ring, 0), place(ring, last));
          return false;
        }
      }
    }
    return true;
  }

  /** Whether every position lies in China. */
  private boolean isInRange(Feature feature, double[] ring) {
    for (int i = 0; i < ring.length; i += 2) {
      if (!isInChina(ring[i], ring[i + 1])) {
        boolean swapped = isInChina(ring[i + 1], ring[i]);
        fail(feature, swapped ? "maps.feature.swapped" : "maps.feature.range", place(ring, i));
        return false;
      }
    }
    return true;
  }

  private static boolean isInChina(double longitudeDeg, double latitudeDeg) {
    return longitudeDeg >= 73 && longitudeDeg <= 136 && latitudeDeg >= 3 && latitudeDeg <= 54;
  }

  private static String place(double[] ring, int i) {
    return "[" + ring[i] + ", " + ring[i + 1] + "]";
  }

  private void fail(Feature feature, String key, String... parameters) {
    String label = (feature.code() + " " + feature.name()).strip();
    faults.add(new Fault(feature.number(), label, key, List.of(parameters)));
  }
}
