package io.zaikong.demo;

import io.zaikong.hazards.SourceKind;
import java.util.List;
import java.util.Random;

/**
 * How many sources of a kind the city has, and whose they are.
 *
 * @param designated how many of them the city's bureau watches (重点监控)
 * @param name empty for hazchem units, which are named by what they are
 * @param trades in turn, enterprise by enterprise
 */
record SourcePlan(
    SourceKind kind,
    int sources,
    int designated,
    String name,
    List<String> trades,
    List<Field> fields) {

  private static final String TRADE = "@";

  /**
   * What is stated of them.
   *
   * @param values a choice of them, {@code @} for the enterprise's trade; empty for a number
   */
  record Field(String key, int min, int max, List<String> values) {

    String draw(String trade, Random random) {
      if (values.isEmpty()) {
        double drawn = random.nextDouble(); // more small ones than great ones
        return String.valueOf(min + (int) ((max - min) * drawn * drawn));
      }
      String value = values.get(random.nextInt(values.size()));
      return value.equals(TRADE) ? trade : value;
    }
  }

  static List<SourcePlan> all() {
    List<List<String>> fields = Rows.read("source_fields.tsv");
    return Rows.read("sources.tsv").stream()
        .map(
            r ->
                new SourcePlan(
                    SourceKind.valueOf(r.get(0)),
                    Integer.parseInt(r.get(1)),
                    Integer.parseInt(r.get(2)),
                    r.get(3),
                    List.of(r.get(4).split(";")),
                    fields.stream()
                        .filter(f -> f.get(0).equals(r.get(0)))
                        .map(SourcePlan::field)
                        .toList()))
        .toList();
  }

  private static Field field(List<String> r) {
    return r.get(4).isEmpty()
        ? new Field(r.get(1), Integer.parseInt(r.get(2)), Integer.parseInt(r.get(3)), List.of())
        : new Field(r.get(1), 0, 0, List.of(r.get(4).split(";")));
  }
}
