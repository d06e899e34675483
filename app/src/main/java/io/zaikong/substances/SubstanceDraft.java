package io.zaikong.substances;

import io.zaikong.calc.substance.CatalogueEntry;
import java.util.Objects;

/**
 * A substance as a person wants it, readable and whole.
 *
 * @param asWritten its number is not yet its own
 * @param reason why; never empty
 */
public record SubstanceDraft(
    CatalogueEntry asWritten, SubstanceConfidence confidence, String reason) {

  public SubstanceDraft {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a change has a reason");
    }
  }

  CatalogueEntry entry(String number) {
    return new CatalogueEntry(
        number,
        asWritten.facts(),
        asWritten.nameEn(),
        asWritten.aliases(),
        asWritten.un(),
        asWritten.densityKgM3(),
        asWritten.lelVolPct(),
        asWritten.uelVolPct(),
        asWritten.highlyToxic(),
        asWritten.source());
  }

  boolean isSameAs(SubstanceVersion standing) {
    return confidence == standing.confidence()
        && Objects.equals(entry(standing.number()), standing.entry());
  }
}
