package io.zaikong.calc.hazard;

import io.zaikong.calc.text.Cas;
import io.zaikong.calc.text.Names;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the row that decides a chemical's Q and β (4.1.2, 4.2.3, 4.3), or says why none does. */
final class Resolver {

  private final Index index;

  Resolver(Index index) {
    this.index = index;
  }

  Resolution resolve(StatedChemical stated) {
    String cas = stated.cas().isEmpty() ? "" : plainCas(stated.cas());
    Optional<Index.Hit> byCas = cas.isEmpty() ? Optional.empty() : index.findCas(cas);
    if (!cas.isEmpty() && byCas.isEmpty()) {
      if (!Cas.hasForm(cas)) {
        return undecided(Reason.CAS_MALFORMED, stated.cas());
      }
      if (!Cas.checks(cas)) {
        return undecided(Reason.CAS_CHECK_DIGIT, cas);
      }
    }
    String name = stated.name();
    Optional<Index.Hit> byName = name.isEmpty() ? Optional.empty() : index.findName(name);
    boolean classified = !stated.categories().isEmpty();
    if (!cas.isEmpty() && byName.isPresent()) {
      Index.Hit named = byName.get();
      if (byCas.isPresent()) {
        if (named.isApartFrom(byCas.get())) {
          return disagree(cas, name, byCas.get().fullNames());
        }
      } else if (!classified && named.demandsOwnCas()) {
        return disagree(cas, name, named.casNumbersOrNames());
      }
    }
    if (classified) {
      return classify(stated.categories());
    }
    if (byName.isPresent()) {
      return byName(byName.get(), name);
    }
    if (byCas.isPresent()) {
      return byCas(byCas.get(), cas, name);
    }
    return stated.label().isEmpty()
        ? undecided(Reason.CHEMICAL_UNIDENTIFIED)
        : undecided(Reason.SUBSTANCE_UNKNOWN, stated.label());
  }

  Optional<Basis.Classified> findCategory(String symbol) {
    return index
        .findCategory(symbol)
        .flatMap(c -> c.basis() instanceof Basis.Classified b ? Optional.of(b) : Optional.empty());
  }

  private static Resolution byName(Index.Hit hit, String name) {
    if (hit.origin() == Designation.Origin.MIXTURE) {
      return undecided(Reason.MIXTURE, name);
    }
    return hit.isShared() || !hit.origin().isDefinite()
        ? undecided(Reason.CONDITION_UNKNOWN, name, hit.fullNames())
        : hit.choice();
  }

  /** The name, if any, is in no table: a trade name is passed over, a solution is not. */
  private static Resolution byCas(Index.Hit hit, String cas, String name) {
    if (hit.isShared()) {
      return undecided(Reason.CAS_SHARED, cas, hit.fullNames());
    }
    if (hit.rows().getFirst().conditionDecides()) {
      return undecided(
          Reason.CONDITION_UNKNOWN, name.isEmpty() ? "CAS " + cas : name, hit.fullNames());
    }
    return name.contains("溶液") || name.startsWith("稀")
        ? undecided(Reason.MIXTURE, name)
        : hit.choice();
  }

  /** 4.1.2 b: of several categories the lowest Q; at a tie the greater β, the safer side. */
  private Resolution classify(List<String> symbols) {
    Resolution.Chosen best = null;
    for (String symbol : symbols) {
      Optional<Resolution.Chosen> found = index.findCategory(symbol);
      if (found.isEmpty()) {
        found = index.findCategory(Names.normalize(symbol).toUpperCase(Locale.ROOT));
      }
      if (found.isEmpty()) {
        return undecided(Reason.CATEGORY_UNKNOWN, symbol);
      }
      Resolution.Chosen next = found.get();
      if (best == null || isWorse(next.basis(), best.basis())) {
        best = next;
      }
    }
    return best == null ? undecided(Reason.CHEMICAL_UNIDENTIFIED) : best;
  }

  private static boolean isWorse(Basis one, Basis other) {
    BigDecimal critical = one.criticalT();
    int order = critical.compareTo(other.criticalT());
    return order < 0 || (order == 0 && one.beta().value().compareTo(other.beta().value()) > 0);
  }

  private static String plainCas(String cas) {
    return Cas.hasForm(cas) ? cas : Names.normalize(cas);
  }

  private static Resolution disagree(String cas, String name, String instead) {
    return undecided(Reason.CAS_NAME_DISAGREE, cas, name, instead);
  }

  private static Resolution undecided(Reason reason, String... details) {
    return new Resolution.Undecided(reason, List.of(details));
  }
}
