package io.zaikong.calc.hazard;

import io.zaikong.calc.text.Languages;
import java.math.BigDecimal;
import java.util.Locale;

/** What decided a chemical's critical quantity, with its β. */
public sealed interface Basis {

  /** Critical quantity Q, t. */
  BigDecimal criticalT();

  Beta beta();

  Confidence confidence();

  /** Such as {@code 4.1.2 表1第12项}. */
  String clause();

  /** One line on why this row applies. */
  String why(Locale locale);

  /**
   * Table 1 lists it.
   *
   * @param designation the name or CAS number by which it was found
   */
  record Listed(Substance substance, Designation designation, Beta beta) implements Basis {

    @Override
    public BigDecimal criticalT() {
      return substance.criticalT();
    }

    @Override
    public Confidence confidence() {
      return designation.origin() == Designation.Origin.INTERPRETED
          ? Confidence.RECALLED
          : substance.confidence();
    }

    @Override
    public String clause() {
      return substance.clause();
    }

    @Override
    public String why(Locale locale) {
      boolean interpreted = designation.origin() == Designation.Origin.INTERPRETED;
      if (Languages.isEnglish(locale)) {
        return "row %d of table 1, %s, by %s%s"
            .formatted(
                substance.no(),
                substance.name(),
                designation.value(),
                interpreted ? " (interpreted: " + designation.note() + ")" : "");
      }
      return "表1第%d项 %s,依据%s%s"
          .formatted(
              substance.no(),
              substance.name(),
              designation.value(),
              interpreted ? "(解释:" + designation.note() + ")" : "");
    }
  }

  /** It has a category of table 2; of several the one with the lowest Q, at a tie the greater β. */
  record Classified(Category category, Beta beta) implements Basis {

    @Override
    public BigDecimal criticalT() {
      return category.criticalT();
    }

    @Override
    public Confidence confidence() {
      return category.confidence();
    }

    @Override
    public String clause() {
      return category.clause();
    }

    @Override
    public String why(Locale locale) {
      return Languages.isEnglish(locale)
          ? "table 2 %s, the lowest Q of the stated categories".formatted(category.symbol())
          : "表2 %s %s,为所列类别中最低临界量".formatted(category.symbol(), category.kind());
    }
  }
}
