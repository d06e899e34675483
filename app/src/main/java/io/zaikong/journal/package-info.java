/**
 * The tamper-evident record of every act (审计). Each act inserts its row in its own transaction; a
 * sealer chains blocks of them with SM3, so that a change shows.
 *
 * <p>Basis: GB/T 22239-2019 8.1.4.3 (audit); GB/T 32905-2016 (SM3). Invariants: the application
 * adds and reads, nothing else; no writer waits for another; a block is never rewritten.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shell"})
package io.zaikong.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
