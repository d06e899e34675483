package io.zaikong.substances;

import io.zaikong.calc.substance.HazardKind;
import org.jspecify.annotations.Nullable;

/**
 * Which substances to show; null means all.
 *
 * @param text a part of a name or alias, or of the CAS number
 * @param listed whether it is a row of table 1
 * @param verified whether it was checked
 */
public record SubstanceFilter(
    @Nullable String text,
    @Nullable HazardKind kind,
    @Nullable Boolean listed,
    @Nullable Boolean verified,
    @Nullable Boolean incomplete) {

  public static SubstanceFilter all() {
    return new SubstanceFilter(null, null, null, null, null);
  }
}
