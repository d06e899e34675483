/**
 * The register of regulated production and business units (生产经营单位): one identity for every other
 * capability.
 *
 * <p>Terms: the unified social credit code (GB 32100-2015) identifies an enterprise in the country.
 * Invariants: a code is registered once; that another territory has it is said, never where.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shell", "journal", "org", "workbook"})
package io.zaikong.enterprises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
