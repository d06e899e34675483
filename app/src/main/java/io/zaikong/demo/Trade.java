package io.zaikong.demo;

import io.zaikong.enterprises.Category;
import io.zaikong.hazards.Handling;
import io.zaikong.hazards.UnitKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * What kind of enterprise it is and what such an enterprise has.
 *
 * @param industry of GB/T 4754-2017
 * @param count how many of them every city has; 0 for a trade that grows with the city
 * @param share how many of them there are for each enterprise of the other growing trades; 0 for
 *     one that does not grow
 * @param where the weight of a district for this trade
 * @param urbanPercent how many of them lie in streets (街道), the others in towns (镇)
 * @param populationMax most residents within 500 m outside the boundary
 * @param endings of their names
 * @param units empty for a trade without hazardous chemicals
 */
record Trade(
    String name,
    Set<Category> categories,
    String industry,
    int count,
    int share,
    ToIntFunction<District> where,
    int urbanPercent,
    int populationMax,
    int workforceMin,
    int workforceMax,
    List<String> endings,
    List<Unit> units) {

  /**
   * A unit that such enterprises have.
   *
   * @param sharePercent how many of them have it
   * @param most of it that one enterprise has
   */
  record Unit(String name, UnitKind kind, int sharePercent, int most, List<Substance> substances) {}

  /**
   * A substance as table 1 names it, or by the categories of table 2, and its range, t.
   *
   * @param handling what is stated of a liquid's conditions
   */
  record Substance(
      String name,
      String cas,
      List<String> categories,
      double minT,
      double maxT,
      Handling handling) {

    /** A flammable liquid beyond table 1, whose category depends on its working temperature. */
    boolean isByTemperature() {
      return !cas.isEmpty() && categories.stream().anyMatch(c -> c.startsWith("W5."));
    }
  }

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
                          Integer.parseInt(r.get(4)),
                          new ArrayList<>()));
      unit.substances.add(
          new Substance(
              r.get(5),
              r.get(6),
              r.get(7).isEmpty() ? List.of() : List.of(r.get(7).split(";")),
              Double.parseDouble(r.get(8)),
              Double.parseDouble(r.get(9)),
              Handling.ofUnit(r.get(10), r.get(11), r.get(12))));
    }
    return Rows.read("trades.tsv").stream()
        .map(r -> of(r, List.copyOf(units.getOrDefault(r.get(0), Map.of()).values())))
        .toList();
  }

  private static Trade of(List<String> r, List<Unit> units) {
    Set<Category> categories = new LinkedHashSet<>();
    for (String chinese : r.get(1).split(";")) {
      categories.add(Category.findByChinese(chinese).orElseThrow());
    }
    return new Trade(
        r.get(0),
        categories,
        r.get(2),
        Integer.parseInt(r.get(3)),
        Integer.parseInt(r.get(4)),
        District.weight(r.get(5)),
        Integer.parseInt(r.get(6)),
        Integer.parseInt(r.get(7)),
        Integer.parseInt(r.get(8)),
        Integer.parseInt(r.get(9)),
        List.of(r.get(10).split(";")),
        units);
  }
}
