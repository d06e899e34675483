package io.zaikong.calc.hazard.derivation;

import io.zaikong.calc.hazard.Basis;
import io.zaikong.calc.hazard.Designation;
import io.zaikong.calc.hazard.Reason;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.calc.hazard.Substance;
import io.zaikong.calc.substance.Catalogue;
import io.zaikong.calc.substance.CatalogueEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Settles what a stated chemical without categories is, where table 1 does not: by the catalogue's
 * facts and the conditions of its unit.
 */
public final class Classifier {

  private static final int MOST_CHOICES = 8;

  private final Deriver deriver;
  private final BiFunction<String, String, Catalogue.Match> catalogue;

  /**
   * @param catalogue from CAS number and name, either may be empty
   */
  public Classifier(Deriver deriver, BiFunction<String, String, Catalogue.Match> catalogue) {
    this.deriver = deriver;
    this.catalogue = catalogue;
  }

  public Deriver deriver() {
    return deriver;
  }

  public Classification classify(StatedChemical stated, Conditions conditions) {
    return stated.categories().isEmpty() && mayAsk(stated)
        ? settle(stated, conditions, catalogue.apply(stated.cas(), stated.name()))
        : new Classification.AsStated();
  }

  /** Whether the catalogue has a say: not where table 1 answers or the statement is faulty. */
  private boolean mayAsk(StatedChemical stated) {
    Optional<Basis> basis = deriver.edition().findBasis(stated);
    if (basis.isPresent()) {
      return rowByCas(stated, basis).isPresent();
    }
    Optional<Reason> obstacle = deriver.edition().findObstacle(stated);
    return obstacle.isPresent()
        && switch (obstacle.get()) {
          case SUBSTANCE_UNKNOWN -> true;
          case MIXTURE, CONDITION_UNKNOWN, CAS_SHARED -> hasCondition(stated.name());
          default -> false;
        };
  }

  /** The row of table 1 reached by the CAS number alone, beside a name that table 1 has not. */
  private static Optional<Substance> rowByCas(StatedChemical stated, Optional<Basis> basis) {
    return basis.isPresent()
            && basis.get() instanceof Basis.Listed listed
            && listed.designation().kind() == Designation.Kind.CAS
            && !stated.name().isEmpty()
        ? Optional.of(listed.substance())
        : Optional.empty();
  }

  private static boolean hasCondition(String name) {
    String plain = Catalogue.nameKey(name);
    return plain.endsWith(")") && plain.indexOf('(') > 0;
  }

  private Classification settle(
      StatedChemical stated, Conditions conditions, Catalogue.Match match) {
    Optional<Substance> row = rowByCas(stated, deriver.edition().findBasis(stated));
    boolean unknown =
        deriver.edition().findObstacle(stated).filter(Reason.SUBSTANCE_UNKNOWN::equals).isPresent();
    boolean limited = row.isEmpty() || !row.get().condition().isEmpty();
    return switch (match) {
      case Catalogue.Match.Found found
          when unknown || (found.wholeName() && limited && hasCondition(stated.name())) ->
          isDilutedByName(stated, found)
              ? new Classification.AsStated()
              : derive(stated, conditions, found.entry());
      case Catalogue.Match.Found found -> new Classification.AsStated();
      case Catalogue.Match.Ambiguous ambiguous when unknown ->
          refused(Reason.SUBSTANCE_AMBIGUOUS, stated.label(), names(ambiguous.entries()));
      case Catalogue.Match.Ambiguous ambiguous -> new Classification.AsStated();
      case Catalogue.Match.Contradictory contradictory when isOfRow(contradictory, row) ->
          new Classification.AsStated();
      case Catalogue.Match.Contradictory contradictory ->
          refused(
              Reason.CAS_NAME_DISAGREE,
              stated.cas(),
              stated.name(),
              contradictory.byName().stream()
                  .map(e -> e.facts().cas())
                  .distinct()
                  .collect(Collectors.joining(" / ")));
      case Catalogue.Match.Unknown none -> new Classification.AsStated();
    };
  }

  /** The name's substance is the same row of table 1, under another CAS number. */
  private static boolean isOfRow(
      Catalogue.Match.Contradictory contradictory, Optional<Substance> row) {
    return row.isPresent()
        && contradictory.byName().stream().anyMatch(e -> e.facts().table1Row() == row.get().no());
  }

  /** A CAS number names the pure substance; a solution of it may have other classes (4.2.3). */
  private static boolean isDilutedByName(StatedChemical stated, Catalogue.Match.Found found) {
    String key = Catalogue.nameKey(stated.name());
    boolean named =
        key.isEmpty()
            || found.wholeName()
            || found.entry().aliases().stream().anyMatch(a -> Catalogue.nameKey(a).equals(key));
    return !named && (stated.name().contains("溶液") || stated.name().startsWith("稀"));
  }

  private Classification derive(
      StatedChemical stated, Conditions conditions, CatalogueEntry entry) {
    Derivation derivation = deriver.derive(entry.facts(), conditions);
    return derivation.verdict() instanceof Derivation.Verdict.Undetermined
        ? new Classification.Refused(
            Reason.CATEGORY_UNDETERMINED,
            List.of(
                stated.label(),
                derivation.verdictText(Locale.CHINESE),
                derivation.verdictText(Locale.ENGLISH)),
            Optional.of(new Classification.Derived(entry, derivation)))
        : new Classification.Derived(entry, derivation);
  }

  private static String names(List<CatalogueEntry> entries) {
    String names =
        entries.stream()
            .limit(MOST_CHOICES)
            .map(e -> e.facts().name())
            .collect(Collectors.joining(" / "));
    return entries.size() > MOST_CHOICES ? names + " / …" : names;
  }

  private static Classification refused(Reason reason, String... details) {
    return new Classification.Refused(reason, List.of(details), Optional.empty());
  }
}
