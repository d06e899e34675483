/**
 * Hazard sources of every kind (危险源): what is declared to be where, its identification and grading,
 * and the worksheet that shows every factor.
 *
 * <p>Basis: GB 18218-2018; Order 40 art. 7 and 8. GB 39496-2020 for the class of a tailings pond.
 * Terms: a source is of a kind; only a hazchem unit can be major; a site is a plant inside its
 * boundary; a unit is a production or storage unit of it; an inventory is what was declared to be
 * in a unit at its design maximum. Invariants: a result is only what the engine computed from a
 * stored inventory, and keeps the edition that made it; inventories, facts and results are never
 * overwritten; missing is never zero: a unit with something missing has no result.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shell",
      "journal",
      "documents",
      "org",
      "figures",
      "enterprises",
      "notices",
      "substances",
      "workbook"
    })
package io.zaikong.hazards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
