package io.zaikong.calc.hazard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One edition of GB 18218: its name, the date from which it applies, its data set and its rule. It
 * never changes; {@link #withBeta} gives another one. Made once and shared by threads.
 */
public final class Edition {

  private static final Edition GB_18218_2018 =
      new Edition(
          "GB 18218-2018",
          LocalDate.of(2019, 3, 1),
          Tables.load("gb18218-2018"),
          Rule.SUM_OF_RATIOS,
          Map.of());

  private final String name;
  private final LocalDate from;
  private final Tables tables;
  private final Rule rule;
  private final Map<Integer, Beta> rulings;
  private final Map<Integer, Beta> betas;
  private final Scale scale;
  private final Resolver resolver;
  private final Map<Integer, Fraction> gradeFroms = new HashMap<>();
  private final List<Fraction> gradeLimits;

  private Edition(
      String name, LocalDate from, Tables tables, Rule rule, Map<Integer, Beta> rulings) {
    this.name = name;
    this.from = from;
    this.tables = tables;
    this.rule = rule;
    this.rulings = Map.copyOf(rulings);
    Map<Integer, Beta> all = Betas.ofRows(tables);
    all.putAll(rulings);
    this.betas = Map.copyOf(all);
    this.scale = scale(tables, all);
    this.resolver = new Resolver(new Index(tables, betas, scale));
    tables.table6().forEach(g -> gradeFroms.put(g.level(), Fraction.of(g.fromR())));
    this.gradeLimits =
        tables.table6().stream()
            .filter(g -> g.fromR().signum() > 0)
            .map(g -> Fraction.of(g.fromR()))
            .toList();
  }

  private static Scale scale(Tables tables, Map<Integer, Beta> betas) {
    return Scale.of(
        Stream.concat(
                tables.table1().stream().map(Substance::criticalT),
                tables.table2().stream().map(Category::criticalT))
            .toList(),
        Stream.of(
                betas.values().stream().map(Beta::value),
                tables.table3().stream().map(ToxicGas::beta),
                tables.table4().stream().map(CategoryBeta::beta))
            .<BigDecimal>flatMap(s -> s)
            .toList());
  }

  /** The edition in force since 2019-03-01, without rulings. */
  public static Edition gb18218Of2018() {
    return GB_18218_2018;
  }

  /** All known editions, the earliest first. */
  public static List<Edition> listAll() {
    return List.of(GB_18218_2018);
  }

  /** The edition by which a case of that day is judged; empty before the first known one. */
  public static Optional<Edition> findInForceOn(LocalDate day) {
    return listAll().reversed().stream().filter(e -> !day.isBefore(e.from)).findFirst();
  }

  /**
   * Judges a site: every unit, or none. Never throws on what a person stated.
   *
   * @return results with exact S and R, or all that must be put right first
   */
  public Identification identify(StatedSite site) {
    return rule.identify(site, this);
  }

  /**
   * A copy in which the β presumed for a row of table 1 is replaced by a ruling.
   *
   * @param no the row of table 1
   * @param beta above 0, at most 6 decimals and 12 digits
   * @param reason shown with every result that uses it
   * @throws IllegalArgumentException when there is no such row, or table 3 fixes its β
   */
  public Edition withBeta(int no, BigDecimal beta, String reason) {
    Beta present = betas.get(no);
    if (present == null || present.source() == Beta.Source.TABLE_3) {
      throw new IllegalArgumentException("no presumed β to rule on in row " + no + " of table 1");
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a ruling has a reason");
    }
    Map<Integer, Beta> more = new HashMap<>(rulings);
    more.put(no, new Beta(beta, Beta.Source.RULING, reason.strip(), Confidence.SOURCED, ""));
    return new Edition(name, from, tables, rule, more);
  }

  public String name() {
    return name;
  }

  public LocalDate from() {
    return from;
  }

  /** For the rule catalogue: every row with its confidence and clause. */
  public Tables tables() {
    return tables;
  }

  /**
   * The β in use for a row of table 1: of table 3, presumed, or ruled.
   *
   * @throws NullPointerException when there is no such row
   */
  public Beta getBeta(int no) {
    return Objects.requireNonNull(betas.get(no), () -> "no row " + no + " in table 1");
  }

  /** α's row of table 5 for a number of persons; empty when negative. */
  public Optional<PopulationBand> findBand(long persons) {
    for (PopulationBand band : tables.table5()) {
      if (band.contains(persons)) {
        return Optional.of(band);
      }
    }
    return Optional.empty();
  }

  /** What would decide a stated chemical's Q; empty when it is refused. */
  public Optional<Basis> findBasis(StatedChemical stated) {
    return resolve(stated) instanceof Resolution.Chosen chosen
        ? Optional.of(chosen.basis())
        : Optional.empty();
  }

  /** Why a stated chemical is refused; empty when it is not. */
  public Optional<Reason> findObstacle(StatedChemical stated) {
    return resolve(stated) instanceof Resolution.Undecided undecided
        ? Optional.of(undecided.reason())
        : Optional.empty();
  }

  /** A row of table 2 with its β, by its symbol. */
  public Optional<Basis.Classified> findCategory(String symbol) {
    return resolver.findCategory(symbol);
  }

  Resolution resolve(StatedChemical stated) {
    return resolver.resolve(stated);
  }

  Grade gradeOf(Fraction r) {
    for (Grade grade : tables.table6()) {
      if (r.isAtLeast(Objects.requireNonNull(gradeFroms.get(grade.level())))) {
        return grade;
      }
    }
    throw new IllegalStateException("table 6 covers every R");
  }

  List<Fraction> gradeLimits() {
    return gradeLimits;
  }

  Scale scale() {
    return scale;
  }

  @Override
  public String toString() {
    return name + (rulings.isEmpty() ? "" : " with rulings " + rulings.keySet());
  }
}
