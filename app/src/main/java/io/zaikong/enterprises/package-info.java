/**
 * The register of regulated production and business units (生产经营单位): one identity for every other
 * capability.
 *
 * <p>Basis: Work Safety Law (2021). Terms: the unified social credit code (GB 32100-2015)
 * identifies an enterprise in the country; a category is what it is regulated as, and lies in a
 * sector. Invariants: a code is registered once; that another territory has it is said, never
 * where; former values stay in the history; a record that turned out to be another one forwards to
 * it and is never deleted.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"shell", "journal", "org", "figures", "imports", "maps", "workbook"})
package io.zaikong.enterprises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
