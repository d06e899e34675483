package io.zaikong.demo;

import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.GeoPoint;
import java.util.List;

/**
 * A district of the demonstration city.
 *
 * @param shortName as enterprises carry it in their names
 * @param seat of the district's government
 * @param weight how many of the city's enterprises lie here, relative to the others
 * @param park township with the chemical park, where half of the producers are
 */
record District(
    DivisionCode code,
    String name,
    String shortName,
    GeoPoint seat,
    int weight,
    DivisionCode park) {

  static List<District> all() {
    return Rows.read("districts.tsv").stream()
        .map(
            r ->
                new District(
                    new DivisionCode(r.get(0)),
                    r.get(1),
                    r.get(2),
                    new GeoPoint(Double.parseDouble(r.get(3)), Double.parseDouble(r.get(4))),
                    Integer.parseInt(r.get(5)),
                    new DivisionCode(r.get(6))))
        .toList();
  }
}
