package io.zaikong.calc.hazard.derivation;

import io.zaikong.calc.hazard.Reason;
import io.zaikong.calc.substance.CatalogueEntry;
import java.util.List;
import java.util.Optional;

/** What the catalogue says of a stated chemical. */
public sealed interface Classification {

  /** Tables 1 and 2 settle it alone, or refuse it with their own reason: judge it as stated. */
  record AsStated() implements Classification {}

  /** Derived from the facts of a row of the catalogue. */
  record Derived(CatalogueEntry entry, Derivation derivation) implements Classification {}

  /**
   * Ambiguous, contradictory or undetermined.
   *
   * @param details what the reason's text quotes
   * @param undetermined the row and what is open, where its facts or the conditions do not settle
   *     it
   */
  record Refused(Reason reason, List<String> details, Optional<Derived> undetermined)
      implements Classification {
    public Refused {
      details = List.copyOf(details);
    }
  }
}
