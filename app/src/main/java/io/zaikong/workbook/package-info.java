/**
 * Workbooks (xlsx) in and out, for every capability that imports or exports rows: hostile bytes in,
 * rows of text or a refusal in words out; rows of values in, a harmless workbook out. No Spring, no
 * database, no clock.
 *
 * <p>Terms: a part is one entry of the container; a refusal is a value with a key of {@code
 * texts_*.properties}, never an exception.
 *
 * <p>Invariants: a workbook that was opened has been read to the end once, so reading it cannot
 * fail; no document type declaration reaches an XML parser; nothing outside the given bytes is
 * read; no formula is ever written.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.zaikong.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
