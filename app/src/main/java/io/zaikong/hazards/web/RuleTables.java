package io.zaikong.hazards.web;

import io.zaikong.calc.hazard.Beta;
import io.zaikong.calc.hazard.Category;
import io.zaikong.calc.hazard.CategoryBeta;
import io.zaikong.calc.hazard.Confidence;
import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.hazard.Grade;
import io.zaikong.calc.hazard.PopulationBand;
import io.zaikong.calc.hazard.Substance;
import io.zaikong.calc.hazard.Tables;
import io.zaikong.calc.hazard.ToxicGas;
import io.zaikong.calc.hazard.derivation.Interpretation;
import io.zaikong.calc.tailings.PondEdition;
import io.zaikong.hazards.RuleNumbers;
import io.zaikong.hazards.Rulings;
import io.zaikong.hazards.SourceFacts.Excess;
import io.zaikong.shell.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The tables of an edition as the catalogue shows them; nothing in it is typed here. */
public final class RuleTables {

  /** Text keys of the columns of a table; those of numbers begin with {@code #}. */
  private static final List<String> TABLE_1 =
      List.of(
          "#hazards.rules.no",
          "hazards.rules.name",
          "hazards.rules.alias",
          "hazards.rules.cas",
          "#hazards.rules.q",
          "#hazards.rules.beta",
          "hazards.rules.beta_why");

  private final Edition edition;
  private final Locale locale;
  private final String text;
  private final boolean unverifiedOnly;

  private RuleTables(Edition edition, Locale locale, String text, boolean unverifiedOnly) {
    this.edition = edition;
    this.locale = locale;
    this.text = text.toLowerCase(Locale.ROOT);
    this.unverifiedOnly = unverifiedOnly;
  }

  /**
   * One table of the standard.
   *
   * @param name such as {@code table1}, also its anchor and the end of its text key
   * @param columns text keys; those of numbers begin with {@code #}
   * @param all how many rows it has before the filter
   */
  public record Section(String name, List<String> columns, List<Row> rows, int all) {}

  /**
   * One row.
   *
   * @param href its own page; empty when it has none
   * @param note may be empty
   */
  public record Row(
      List<String> cells, String clause, boolean verified, String note, String href) {}

  /**
   * @param text part of any cell, clause or note; empty: every row
   */
  public static List<Section> of(
      Edition edition, Locale locale, String text, boolean unverifiedOnly) {
    return new RuleTables(edition, locale, text, unverifiedOnly).sections();
  }

  /** How many rows are not verified. */
  public static int countUnverified(Edition edition, Locale locale) {
    return of(edition, locale, "", true).stream().mapToInt(s -> s.rows().size()).sum();
  }

  private List<Section> sections() {
    Tables tables = edition.tables();
    return List.of(
        section("table1", TABLE_1, tables.table1(), this::substance),
        section(
            "table2",
            List.of(
                "hazards.rules.symbol",
                "hazards.rules.group",
                "hazards.rules.kind",
                "hazards.rules.classification",
                "#hazards.rules.q"),
            tables.table2(),
            RuleTables::category),
        section(
            "table3",
            List.of("hazards.rules.name", "hazards.rules.cas", "#hazards.rules.beta"),
            tables.table3(),
            RuleTables::gas),
        section(
            "table4",
            List.of("hazards.rules.symbol", "#hazards.rules.beta"),
            tables.table4(),
            RuleTables::categoryBeta),
        section(
            "table5",
            List.of("hazards.rules.population", "#hazards.rules.alpha"),
            tables.table5(),
            RuleTables::band),
        section(
            "table6",
            List.of("hazards.level", "hazards.rules.r"),
            tables.table6(),
            RuleTables::grade));
  }

  /** The classes of tailings ponds. */
  public static Section ofPonds(
      PondEdition edition, Words words, String text, boolean unverifiedOnly) {
    List<Row> rows =
        edition.classes().stream()
            .map(
                row ->
                    new Row(
                        List.of(row.label(), row.capacityExpression(), row.heightExpression()),
                        words.text("hazards.rules.pond_clause"),
                        row.confidence().isVerified(),
                        row.note(),
                        ""))
            .toList();
    List<String> columns =
        List.of("hazards.pond.class", "hazards.rules.pond_capacity", "hazards.rules.pond_height");
    return new Section(
        "ponds", columns, wanted(rows, text, unverifiedOnly), edition.classes().size());
  }

  /** What a fireworks store may hold is written on it; what exceeds that is forbidden. */
  public static Section ofStores(Words words, String text, boolean unverifiedOnly) {
    List<Row> rows = new ArrayList<>();
    for (Excess excess : Excess.values()) {
      rows.add(
          new Row(
              List.of(
                  words.text(excess.textKey() + ".limit"),
                  words.text("hazards.field." + excess.permitted())),
              "GB 11652-2012",
              true,
              words.text(excess.textKey() + ".definition"),
              ""));
      rows.add(
          new Row(
              List.of(
                  words.text(excess.textKey()),
                  words.text("hazards.field." + excess.actual())
                      + " > "
                      + words.text("hazards.field." + excess.permitted())),
              Excess.CLAUSE,
              true,
              words.text("hazards.excess.note"),
              ""));
    }
    List<String> columns = List.of("hazards.rules.name", "hazards.rules.store");
    return new Section("stores", columns, wanted(rows, text, unverifiedOnly), rows.size());
  }

  /** The limits by which categories are derived. */
  public static Section ofInterpretations(
      List<Interpretation> limits, Words words, String text, boolean unverifiedOnly) {
    boolean chinese = words.locale().getLanguage().equals("zh");
    List<Row> rows =
        limits.stream()
            .map(
                limit ->
                    new Row(
                        List.of(
                            limit.isChoice()
                                ? words.text(
                                    limit.value().signum() == 0
                                        ? "substances.no"
                                        : "substances.yes")
                                : plain(limit.value()) + " " + limit.unit(),
                            chinese ? limit.chinese() : limit.english()),
                        limit.clause(),
                        limit.isVerified(),
                        "",
                        "/hazards/rules/limits/" + limit.key()))
            .toList();
    List<String> columns = List.of("#hazards.rules.limit_value", "hazards.rules.limit_name");
    return new Section("interpretations", columns, wanted(rows, text, unverifiedOnly), rows.size());
  }

  /** The numbers that no standard fixes. */
  public static Section ofNumbers(
      Map<RuleNumbers.Number, BigDecimal> standing,
      Words words,
      String text,
      boolean unverifiedOnly) {
    List<Row> rows = new ArrayList<>();
    standing.forEach(
        (number, value) -> {
          String unit = number.unit().isEmpty() ? "" : " " + number.unit();
          rows.add(
              new Row(
                  List.of(plain(value) + unit, words.text(number.textKey())),
                  words.text("hazards.rules.own_clause"),
                  false,
                  words.text(number.textKey() + ".note"),
                  "/hazards/rules/numbers/" + number.name()));
        });
    List<String> columns = List.of("#hazards.rules.number_value", "hazards.rules.number_name");
    return new Section("numbers", columns, wanted(rows, text, unverifiedOnly), standing.size());
  }

  /** Rules that another capability applies. */
  static Section ofOthers(Rulings.Table table, Words words, String text, boolean unverifiedOnly) {
    List<Row> rows =
        table.rows(words).stream()
            .map(row -> new Row(row.cells(), row.clause(), row.verified(), row.note(), ""))
            .toList();
    return new Section(
        table.name(), table.columns(), wanted(rows, text, unverifiedOnly), rows.size());
  }

  private static List<Row> wanted(List<Row> rows, String text, boolean unverifiedOnly) {
    String lower = text.toLowerCase(Locale.ROOT);
    return rows.stream().filter(row -> isWanted(row, lower, unverifiedOnly)).toList();
  }

  private <T> Section section(
      String name, List<String> columns, List<T> values, Function<T, Row> row) {
    List<Row> rows =
        values.stream().map(row).filter(r -> isWanted(r, text, unverifiedOnly)).toList();
    return new Section(name, columns, rows, values.size());
  }

  private static boolean isWanted(Row row, String text, boolean unverifiedOnly) {
    String all = String.join("\n", row.cells()) + "\n" + row.clause() + "\n" + row.note();
    return !(unverifiedOnly && row.verified()) && all.toLowerCase(Locale.ROOT).contains(text);
  }

  private Row substance(Substance row) {
    Beta beta = edition.getBeta(row.no());
    return new Row(
        List.of(
            Integer.toString(row.no()),
            row.name(),
            String.join("、", row.aliases()),
            String.join(" ", row.casNumbers()),
            plain(row.criticalT()),
            plain(beta.value()),
            beta.why(locale)),
        row.clause(),
        row.confidence().isVerified() && beta.isVerified(),
        row.note(),
        "/hazards/rules/" + row.no());
  }

  private static Row category(Category row) {
    return row(
        List.of(
            row.symbol(), row.group(), row.kind(), row.classification(), plain(row.criticalT())),
        row.clause(),
        row.confidence(),
        row.note());
  }

  private static Row gas(ToxicGas row) {
    return row(
        List.of(row.name(), row.cas(), plain(row.beta())),
        row.clause(),
        row.confidence(),
        row.note());
  }

  private static Row categoryBeta(CategoryBeta row) {
    return row(
        List.of(row.symbol(), plain(row.beta())), row.clause(), row.confidence(), row.note());
  }

  private static Row band(PopulationBand row) {
    return row(
        List.of(row.label(), plain(row.alpha())), row.clause(), row.confidence(), row.note());
  }

  private static Row grade(Grade row) {
    return row(List.of(row.label(), row.expression()), row.clause(), row.confidence(), "");
  }

  private static Row row(List<String> cells, String clause, Confidence confidence, String note) {
    return new Row(cells, clause, confidence.isVerified(), note, "");
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
