package io.zaikong.substances;

import io.zaikong.calc.substance.CatalogueEntry;
import java.time.Instant;

/**
 * One version of a row of the catalogue.
 *
 * @param version from 1; the greatest stands
 * @param release of the packaged catalogue that brought it; empty when the bureau wrote it
 * @param incomplete whether facts are missing that may decide its category
 * @param reason why the bureau wrote it; empty for a packaged one
 */
public record SubstanceVersion(
    int version,
    CatalogueEntry entry,
    SubstanceConfidence confidence,
    boolean incomplete,
    String release,
    String reason,
    String changedBy,
    Instant changedAt) {

  public String number() {
    return entry.number();
  }
}
