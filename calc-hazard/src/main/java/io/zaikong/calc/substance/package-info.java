/**
 * Facts of substances: GHS classes, physical state, boiling point and the like, each row with its
 * source and how far it was checked; the packaged catalogue. Pure.
 */
@NullMarked
package io.zaikong.calc.substance;

import org.jspecify.annotations.NullMarked;
