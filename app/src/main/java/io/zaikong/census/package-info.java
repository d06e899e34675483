/**
 * The census of hazard sources (危险源普查): how declarations come in, by workbook or form.
 *
 * <p>Basis: GB 18218-2018; Order 40 art. 7. Terms: a draft is what a workbook says as far as that
 * can be told without the database. Invariants: a unit with one bad row is left out whole, because
 * without the row it would be graded too low.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shell",
      "journal",
      "org",
      "enterprises",
      "hazards",
      "imports",
      "substances",
      "workbook"
    })
package io.zaikong.census;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
