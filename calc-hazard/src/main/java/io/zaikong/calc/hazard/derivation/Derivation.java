package io.zaikong.calc.hazard.derivation;

import io.zaikong.calc.hazard.Basis;
import io.zaikong.calc.text.Languages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the categories of a substance follow from its facts and conditions.
 *
 * @param symbols the categories of table 2 that are sure; empty where table 1 decides
 * @param steps in the order of judging
 * @param factsVerified whether the facts come from a source that was at hand
 */
public record Derivation(
    Verdict verdict, List<String> symbols, List<Step> steps, boolean factsVerified) {

  /** What came out. */
  public sealed interface Verdict {

    /** Table 1 lists it, which goes before table 2. */
    record Listed(Basis.Listed basis) implements Verdict {}

    /** Of its categories the one with the lowest Q; at a tie the greater β. */
    record Classified(Basis.Classified basis) implements Verdict {}

    /** It has no category of table 2 and takes no part in the identification. */
    record Outside() implements Verdict {}

    /**
     * To be ruled on (待核定).
     *
     * @param gaps never empty
     * @param upperBound what it is when everything missing is taken for the worst; empty: unknown
     * @param otherwise what it is when everything missing is taken for harmless; empty: nothing
     */
    record Undetermined(List<Gap> gaps, Optional<Basis> upperBound, Optional<Basis> otherwise)
        implements Verdict {
      public Undetermined {
        gaps = List.copyOf(gaps);
      }
    }
  }

  public Derivation {
    symbols = List.copyOf(symbols);
    steps = List.copyOf(steps);
  }

  /** What decides Q; empty when outside table 2 or undetermined. */
  public Optional<Basis> basis() {
    return switch (verdict) {
      case Verdict.Listed listed -> Optional.of(listed.basis());
      case Verdict.Classified classified -> Optional.of(classified.basis());
      case Verdict.Outside outside -> Optional.empty();
      case Verdict.Undetermined undetermined -> Optional.empty();
    };
  }

  /** Whether every step is the standard's text or an official fact. */
  public boolean isVerified() {
    return factsVerified && steps.stream().allMatch(s -> s.provenance().isVerified());
  }

  /** The verdict in one line. */
  public String verdictText(Locale locale) {
    boolean english = Languages.isEnglish(locale);
    return switch (verdict) {
      case Verdict.Listed listed -> listed.basis().why(locale);
      case Verdict.Classified(Basis.Classified basis) ->
          (english ? "table 2 " : "表2 ")
              + basis.category().symbol()
              + (symbols.size() > 1
                  ? (english ? ", the lowest Q of " : ",取最低临界量者:") + String.join("、", symbols)
                  : "");
      case Verdict.Outside outside ->
          english ? "no category of table 2; takes no part" : "无表2所列类别,不参与辨识";
      case Verdict.Undetermined undetermined -> undetermined(undetermined, locale);
    };
  }

  /** The whole derivation in one line: steps, then the verdict. */
  public String why(Locale locale) {
    String separator = Languages.isEnglish(locale) ? "; " : ";";
    String words =
        steps.stream().map(step -> step.text(locale)).collect(Collectors.joining(separator));
    return words.isEmpty() ? verdictText(locale) : words + separator + verdictText(locale);
  }

  private static String undetermined(Verdict.Undetermined verdict, Locale locale) {
    boolean english = Languages.isEnglish(locale);
    String gaps =
        verdict.gaps().stream()
            .map(gap -> gap.text(locale))
            .collect(Collectors.joining(english ? ", " : "、"));
    return (english ? "undetermined: " : "待核定:") + gaps + upperBound(verdict, english);
  }

  private static String upperBound(Verdict.Undetermined verdict, boolean english) {
    return verdict
        .upperBound()
        .map(
            basis -> {
              String q = basis.criticalT().stripTrailingZeros().toPlainString();
              String symbol =
                  basis instanceof Basis.Classified c ? c.category().symbol() : basis.clause();
              return english
                  ? "; upper bound %s, Q = %s t".formatted(symbol, q)
                  : ";按上限试算%s(Q=%st)".formatted(symbol, q);
            })
        .orElse("");
  }
}
