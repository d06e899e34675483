/**
 * What every page stands on: who acts and what he may see, layout, menu, map, words, errors. Knows
 * no capability; capabilities contribute menu entries, map layers and to-do counters.
 *
 * <p>Invariants: nothing is answered to nobody; a handler without {@link io.zaikong.shell.Allow} is
 * refused; a transaction without an {@link io.zaikong.shell.Actor} sees no row.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.zaikong.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
