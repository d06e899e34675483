/**
 * Taking workbooks in: from upload to check to import, for every capability that reads rows.
 *
 * <p>Terms: a kind is what a workbook is about (such as the census); a capability contributes one
 * as an {@link ImportKind}. A report says what a check found, by sheet, row and column. Invariants:
 * a workbook is checked before anything of it is stored; an import is one transaction, so that a
 * stop in its middle leaves nothing of it; only the person who uploaded a workbook sees it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shell", "journal", "notices", "workbook"})
package io.zaikong.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
