package io.zaikong.calc.hazard;

import io.zaikong.calc.text.Csv;
import java.math.BigDecimal;
import java.util.List;

/** The data set of an edition: its six tables, the presumed β and the designations. */
public record Tables(
    List<Substance> table1,
    List<Category> table2,
    List<ToxicGas> table3,
    List<CategoryBeta> table4,
    List<PopulationBand> table5,
    List<Grade> table6,
    List<PresumedBeta> presumedBetas,
    List<Designation> designations) {

  public Tables {
    table1 = List.copyOf(table1);
    table2 = List.copyOf(table2);
    table3 = List.copyOf(table3);
    table4 = List.copyOf(table4);
    table5 = List.copyOf(table5);
    table6 = List.copyOf(table6);
    presumedBetas = List.copyOf(presumedBetas);
    designations = List.copyOf(designations);
  }

  /**
   * @param folder of the data set, beside this class
   */
  static Tables load(String folder) {
    return new Tables(
        Csv.read(Tables.class, folder + "/table1.csv").stream().map(Tables::substance).toList(),
        Csv.read(Tables.class, folder + "/table2.csv").stream().map(Tables::category).toList(),
        Csv.read(Tables.class, folder + "/table3.csv").stream().map(Tables::toxicGas).toList(),
        Csv.read(Tables.class, folder + "/table4.csv").stream().map(Tables::categoryBeta).toList(),
        Csv.read(Tables.class, folder + "/table5.csv").stream().map(Tables::band).toList(),
        Csv.read(Tables.class, folder + "/table6.csv").stream().map(Tables::grade).toList(),
        Csv.read(Tables.class, folder + "/presumed-betas.csv").stream()
            .map(Tables::presumed)
            .toList(),
        Csv.read(Tables.class, folder + "/designations.csv").stream()
            .map(Tables::designation)
            .toList());
  }

  private static Substance substance(Csv.Row row) {
    return new Substance(
        Integer.parseInt(row.get("no")),
        row.get("name"),
        list(row.get("alias")),
        list(row.get("cas")),
        new BigDecimal(row.get("critical_t")),
        row.get("condition"),
        row.get("condition_decides").equals("yes"),
        Confidence.of(row.get("confidence")),
        row.get("note"));
  }

  private static Category category(Csv.Row row) {
    return new Category(
        row.get("symbol"),
        row.get("group"),
        row.get("category"),
        row.get("classification"),
        new BigDecimal(row.get("critical_t")),
        Confidence.of(row.get("confidence")),
        row.get("note"));
  }

  private static ToxicGas toxicGas(Csv.Row row) {
    return new ToxicGas(
        row.get("name"),
        row.get("cas"),
        new BigDecimal(row.get("beta")),
        Confidence.of(row.get("confidence")),
        row.get("note"));
  }

  private static CategoryBeta categoryBeta(Csv.Row row) {
    return new CategoryBeta(
        row.get("symbol"),
        new BigDecimal(row.get("beta")),
        Confidence.of(row.get("confidence")),
        row.get("note"));
  }

  private static PopulationBand band(Csv.Row row) {
    String to = row.get("to");
    return new PopulationBand(
        row.get("label"),
        Long.parseLong(row.get("from")),
        to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(to),
        new BigDecimal(row.get("alpha")),
        Confidence.of(row.get("confidence")),
        row.get("note"));
  }

  private static Grade grade(Csv.Row row) {
    return new Grade(
        Integer.parseInt(row.get("level")),
        row.get("label"),
        new BigDecimal(row.get("r_from")),
        row.get("expression"),
        Confidence.of(row.get("confidence")));
  }

  private static PresumedBeta presumed(Csv.Row row) {
    return new PresumedBeta(
        Integer.parseInt(row.get("no")),
        new BigDecimal(row.get("beta")),
        Integer.parseInt(row.get("table")),
        row.get("symbols"),
        row.get("certainty"),
        Confidence.of(row.get("confidence")),
        row.get("note"));
  }

  private static Designation designation(Csv.Row row) {
    return new Designation(
        Integer.parseInt(row.get("no")),
        Designation.Kind.valueOf(row.get("kind")),
        row.get("value"),
        Designation.Origin.valueOf(row.get("origin")),
        row.get("table3"),
        row.get("note"));
  }

  private static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
  }
}
