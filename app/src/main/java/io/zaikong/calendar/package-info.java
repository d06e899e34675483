/**
 * The work calendar (工作日历) of this installation: the holidays that the program was delivered with,
 * and the notices that were entered since.
 *
 * <p>Basis: 全国年节及纪念日放假办法 (State Council Order 795); the yearly notice of the General Office of the
 * State Council. Invariants: a notice entered is never changed, a later one of the same year takes
 * its place; a year without one is provisional.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shell", "journal"})
package io.zaikong.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
