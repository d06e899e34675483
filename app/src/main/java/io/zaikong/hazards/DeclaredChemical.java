package io.zaikong.hazards;

import io.zaikong.calc.hazard.StatedChemical;

/**
 * A chemical of a unit as declared.
 *
 * @param categoryReason why its categories are stated instead of derived; may be empty
 */
public record DeclaredChemical(StatedChemical stated, Handling handling, String categoryReason) {

  public DeclaredChemical {
    categoryReason = categoryReason.strip();
  }

  public static DeclaredChemical of(StatedChemical stated) {
    return new DeclaredChemical(stated, Handling.NOT_STATED, "");
  }
}
