/**
 * Figures (数字): every number that the system shows opens to the records that it counts. A
 * capability contributes a {@link io.zaikong.figures.FigureSource}; the situation page and the API
 * show all of them.
 *
 * <p>Invariants: a figure and the list that it opens to answer the same question, by the reader's
 * own scope; what the reader does not see is never named, and its number is told only for a whole
 * city; an unknown dimension or value is an error, never left out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shell"})
package io.zaikong.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
