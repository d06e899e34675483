/**
 * All data in one file, and back: for safety, for a move to another server, for an upgrade of
 * PostgreSQL (备份、恢复). Plain Java, because it runs before Spring.
 *
 * <p>Basis: GB/T 22239-2019 8.1.4.9 (backup and recovery of data). Invariants: a backup is one
 * snapshot of every table of the owner's schemas, whatever they are; a file that is cut short or
 * altered is refused before anything is written; a restore is whole, or the target stays marked as
 * unfinished and nothing starts on it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "journal"})
package io.zaikong.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
