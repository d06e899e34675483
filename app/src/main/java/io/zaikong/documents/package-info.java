/**
 * Numbers of documents (发文字号), official documents as PDF/A and Word from one template, the
 * documents issued, and attachments of any record.
 *
 * <p>Basis: GB/T 9704-2012 (layout of official documents); PDF/A-2u (ISO 19005-2). Invariants: a
 * number is taken in the transaction that issues its document, so there is no gap and no double;
 * what was issued is never changed; a file is known by what it holds, not by its name; what is
 * opened is written down.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shell", "journal"})
package io.zaikong.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
