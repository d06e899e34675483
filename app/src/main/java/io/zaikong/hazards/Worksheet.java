package io.zaikong.hazards;

import io.zaikong.calc.hazard.Basis;
import io.zaikong.calc.hazard.Beta;
import io.zaikong.calc.hazard.Fraction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
    List<Term> terms) {

  /**
   * One chemical's share.
   *
   * @param quantity q, t; {@code critical} Q, t; {@code ratio} q/Q, at most 6 places
   * @param basis the clause and row that gave Q; {@code why} in words, Chinese and English
   * @param verified false when β is presumed or recalled
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
      boolean verified) {

    static Term of(io.zaikong.calc.hazard.Term term) {
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
          basis.confidence().isVerified() && beta.isVerified());
    }
  }
}
