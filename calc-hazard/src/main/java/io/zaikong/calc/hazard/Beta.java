package io.zaikong.calc.hazard;

import io.zaikong.calc.text.Languages;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * A correction factor β with where it comes from (4.3).
 *
 * @param value without unit, above 0, at most 6 decimals
 * @param key the gas of table 3, the symbol of table 4, the presumed symbols, or the ruling's
 *     reason
 * @param certainty of a presumed β high, medium or low; otherwise empty
 */
public record Beta(
    BigDecimal value, Source source, String key, Confidence confidence, String certainty) {

  /** Where a β comes from. */
  public enum Source {
    /** Table 3 names the gas. */
    TABLE_3,
    /** Table 4 gives it for the category. */
    TABLE_4,
    /** Presumed for a row of table 1 that table 3 does not name; unverified. */
    PRESUMED,
    /** Ruled by the bureau in place of the presumed one. */
    RULING
  }

  public Beta {
    value = value.stripTrailingZeros();
    if (value.signum() <= 0 || value.scale() > 6 || value.precision() > 12) {
      throw new IllegalArgumentException("β must be above 0 with at most 6 decimals: " + value);
    }
  }

  /** Whether it stands in the standard; a presumed one does not. */
  public boolean isVerified() {
    return source != Source.PRESUMED && confidence.isVerified();
  }

  /** One line on where it comes from. */
  public String why(Locale locale) {
    boolean english = Languages.isEnglish(locale);
    return switch (source) {
      case TABLE_3 -> english ? "table 3 " + key : "表3 " + key;
      case TABLE_4 -> english ? "table 4 " + key : "表4 " + key;
      case PRESUMED -> english ? "presumed from " + key + ", unverified" : "推定(" + key + "),未核定";
      case RULING -> english ? "ruling: " + key : "核定:" + key;
    };
  }
}
