package io.zaikong.demo;

import io.zaikong.enterprises.Category;
import io.zaikong.hazards.UnitKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What kind of enterprise it is and what such an enterprise has.
 *
 * @param count how many of them the city has
 * @param populationMax most residents within 500 m outside the boundary
 * @param units empty for a trade without hazardous chemicals
 */
record Trade(String name, Category category, int count, int populationMax, List<Unit> units) {

  /**
   * A unit that such enterprises have.
   *
   * @param sharePercent how many of them have it
   */
  record Unit(String name, UnitKind kind, int sharePercent, List<Substance> substances) {}

  /** A substance as table 1 names it, or by the categories of table 2, and its range, t. */
  record Substance(String name, String cas, List<String> categories, double minT, double maxT) {}

  static List<Trade> all() {
    Map<String, Map<String, Unit>> units = new LinkedHashMap<>();
    for (List<String> r : Rows.read("units.tsv")) {
      Unit unit =
          units
              .computeIfAbsent(r.get(0), trade -> new LinkedHashMap<>())
              .computeIfAbsent(
                  r.get(1),
                  name ->
                      new Unit(
                          name,
                          UnitKind.findByChinese(r.get(2)).orElseThrow(),
                          Integer.parseInt(r.get(3)),
                          new ArrayList<>()));
      unit.substances.add(
          new Substance(
              r.get(4),
              r.get(5),
              r.get(6).isEmpty() ? List.of() : List.of(r.get(6).split(";")),
              Double.parseDouble(r.get(7)),
              Double.parseDouble(r.get(8))));
    }
    return Rows.read("trades.tsv").stream()
        .map(
            r ->
                new Trade(
                    r.get(0),
                    Category.findByChinese(r.get(1)).orElseThrow(),
                    Integer.parseInt(r.get(2)),
                    Integer.parseInt(r.get(3)),
                    List.copyOf(units.getOrDefault(r.get(0), Map.of()).values())))
        .toList();
  }
}
