/**
 * The filing of major hazard sources (备案): their safety assessments, the archive that is filed, its
 * review, renewal and cancellation, the summaries sent up, and the accountable persons (包保责任人).
 *
 * <p>Basis: Order 40 art. 8–11, 22–28; 危险化学品安全法 art. 13, 39; 应急厅〔2021〕12号. Terms: a filing is one
 * version of a source's archive; the standing one is the last that was filed and neither superseded
 * nor cancelled. Invariants: only the county bureau receives; what is late is computed from the
 * records and the work calendar; whoever acts on a version that has changed meanwhile is refused; a
 * rule that was not read in the original shows as unverified.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shell",
      "journal",
      "notices",
      "documents",
      "calendar",
      "org",
      "figures",
      "enterprises",
      "hazards",
      "imports",
      "workbook"
    })
package io.zaikong.filings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
