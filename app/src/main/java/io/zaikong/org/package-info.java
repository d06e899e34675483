/**
 * Who is who and where: divisions (行政区划), agencies and their posts, functional zones, people,
 * accounts, and the scope that each account has on a day.
 *
 * <p>Terms: an area contains every code that its code prefixes; a functional zone is an agency to
 * which townships of districts are delegated. Invariants: nobody gives more than he has; the three
 * administrators are kept apart; nobody changes his own roles.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shell", "journal", "notices"})
package io.zaikong.org;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
