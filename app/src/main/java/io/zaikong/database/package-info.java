/**
 * The one PostgreSQL: unpacked, started and watched by the application itself, or a server named by
 * the environment. Plain Java, because it runs before Spring and in side commands.
 *
 * <p>Invariants: at most one server runs on a data folder; it stops when the application does, even
 * when that is killed; a commit is on disk before it is acknowledged; the application's role owns
 * nothing and cannot bypass row-level security.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.zaikong.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
