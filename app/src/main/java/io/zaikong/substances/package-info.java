/**
 * The catalogue of substances (物质目录): names, GHS classes, the properties that decide categories of
 * GB 18218, each row with its source and how far it was checked.
 *
 * <p>Basis: GB 18218-2018 4.1.1, 4.1.2; 危险化学品目录. Terms: a substance is found by its number; its
 * standing version is the latest. Invariants: a change is a new version with a reason, nothing is
 * overwritten; only who sees the whole city changes it; what the packaged catalogue brings never
 * replaces what the bureau has changed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shell", "journal", "org", "imports", "workbook"})
package io.zaikong.substances;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
