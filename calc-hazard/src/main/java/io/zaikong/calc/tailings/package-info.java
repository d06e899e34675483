/**
 * The class of a tailings pond (尾矿库等别) by its total capacity and dam height. Pure: no clock, no I/O
 * but its packaged table, which keeps how far each value was checked.
 */
@NullMarked
package io.zaikong.calc.tailings;

import org.jspecify.annotations.NullMarked;
