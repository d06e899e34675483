package io.zaikong.hazards;

import io.zaikong.calc.hazard.Basis;
import io.zaikong.calc.hazard.Beta;
import io.zaikong.calc.hazard.Fraction;
import io.zaikong.calc.hazard.Problem;
import io.zaikong.calc.hazard.derivation.Classification;
import io.zaikong.calc.hazard.derivation.Provenance;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a unit's result came about, as stored when it was computed.
 *
 * @param exposedPopulation residents within 500 m outside the plant's boundary
 * @param alphaClause the row of table 5
 */
public record Worksheet(
    long gradingId,
    long unitId,
    String edition,
    Instant gradedAt,
    int exposedPopulation,
    BigDecimal s,
    boolean major,
    BigDecimal alpha,
    String alphaClause,
    BigDecimal r,
    @Nullable Integer level,
    List<Term> terms,
    List<Outside> outside) {

  /** What a result may have changed by. */
  public enum Cause {
    EDITION,
    POPULATION,
    ADDED,
    REMOVED,
    QUANTITY,
    CRITICAL,
    BETA
  }

  /** One step of a derivation, in Chinese and English. */
  public record Step(String clause, Provenance provenance, String text, String english) {}

  /**
   * How a category follows from the catalogue and the stated conditions.
   *
   * @param number of the substance in the catalogue, {@code version} as it stood
   * @param verdict in one line, Chinese and English
   */
  public record Derived(
      String number,
      int version,
      String name,
      List<Step> steps,
      String verdict,
      String verdictEnglish) {

    static Derived of(Classification.Derived how, int version) {
      return new Derived(
          how.entry().number(),
          version,
          how.entry().facts().name(),
          how.derivation().steps().stream()
              .map(s -> new Step(s.clause(), s.provenance(), s.chinese(), s.english()))
              .toList(),
          how.derivation().verdictText(Locale.CHINESE),
          how.derivation().verdictText(Locale.ENGLISH));
    }

    /** Of what could not be identified at all: no substance of the catalogue, no steps. */
    static Derived none(String name, Problem problem) {
      return new Derived(
          "", 0, name, List.of(), problem.text(Locale.CHINESE), problem.text(Locale.ENGLISH));
    }

    /** The steps and the verdict in one line. */
    String why() {
      return steps.stream().map(s -> s.text + "；").collect(Collectors.joining()) + verdict;
    }

    String whyEnglish() {
      return steps.stream().map(s -> s.english + "; ").collect(Collectors.joining())
          + verdictEnglish;
    }

    public boolean isVerified() {
      return steps.stream().allMatch(s -> s.provenance.isVerified());
    }
  }

  /** A chemical in no category of tables 1 and 2 (不计入). */
  public record Outside(String cas, String name, String quantity, Derived derived) {}

  /**
   * A factor that differs from an earlier result.
   *
   * @param subject the chemical; empty when it is about the whole unit
   * @param why in words, Chinese and English; may be empty
   */
  public record Change(
      Cause cause, String subject, String before, String after, String why, String whyEnglish) {}

  /** Why this result differs from an earlier one of the unit; empty when no factor does. */
  public List<Change> changesSince(Worksheet earlier) {
    List<Change> changes = new ArrayList<>();
    if (!edition.equals(earlier.edition)) {
      changes.add(new Change(Cause.EDITION, "", earlier.edition, edition, "", ""));
    }
    if (exposedPopulation != earlier.exposedPopulation) {
      changes.add(
          new Change(
              Cause.POPULATION,
              "",
              Integer.toString(earlier.exposedPopulation),
              Integer.toString(exposedPopulation),
              alphaClause,
              alphaClause));
    }
    List<Term> left = new ArrayList<>(earlier.terms);
    for (Term term : terms) {
      Optional<Term> before = left.stream().filter(t -> t.isSameChemical(term)).findFirst();
      before.ifPresentOrElse(
          b -> changes.addAll(term.changesSince(b)),
          () -> changes.add(new Change(Cause.ADDED, term.name, "", term.quantity, "", "")));
      before.ifPresent(left::remove);
    }
    left.forEach(t -> changes.add(new Change(Cause.REMOVED, t.name, t.quantity, "", "", "")));
    return changes;
  }

  /**
   * One chemical's share.
   *
   * @param quantity q, t; {@code critical} Q, t; {@code ratio} q/Q, at most 6 places
   * @param basis the clause and row that gave Q; {@code why} in words, Chinese and English
   * @param verified false when β is presumed or recalled
   * @param derived how its categories were found; null when they or table 1 were stated
   */
  public record Term(
      String cas,
      String name,
      List<String> categories,
      String quantity,
      String critical,
      String ratio,
      String beta,
      String basis,
      String why,
      String whyEnglish,
      String betaWhy,
      String betaWhyEnglish,
      boolean verified,
      @Nullable Derived derived) {

    boolean isSameChemical(Term other) {
      boolean bothDerived = derived != null && other.derived != null;
      return cas.equals(other.cas)
          && name.equals(other.name)
          && (bothDerived || categories.equals(other.categories));
    }

    private List<Change> changesSince(Term before) {
      List<Change> changes = new ArrayList<>();
      if (!quantity.equals(before.quantity)) {
        changes.add(new Change(Cause.QUANTITY, name, before.quantity, quantity, "", ""));
      }
      if (!critical.equals(before.critical)) {
        changes.add(
            new Change(
                Cause.CRITICAL,
                name,
                before.critical,
                critical,
                derived == null ? why : derived.why(),
                derived == null ? whyEnglish : derived.whyEnglish()));
      }
      if (!beta.equals(before.beta) || !betaWhy.equals(before.betaWhy)) {
        changes.add(new Change(Cause.BETA, name, before.beta, beta, betaWhy, betaWhyEnglish));
      }
      return changes;
    }

    static Term of(io.zaikong.calc.hazard.Term term, @Nullable Derived derived) {
      Basis basis = term.basis();
      Beta beta = basis.beta();
      return new Term(
          term.chemical().cas(),
          term.chemical().name(),
          term.chemical().categories(),
          term.quantityText(),
          Fraction.of(basis.criticalT()).plain(List.of()),
          term.ratioText(),
          Fraction.of(beta.value()).plain(List.of()),
          basis.clause(),
          basis.why(Locale.CHINESE),
          basis.why(Locale.ENGLISH),
          beta.why(Locale.CHINESE),
          beta.why(Locale.ENGLISH),
          basis.confidence().isVerified() && beta.isVerified(),
          derived);
    }
  }
}
