/**
 * Which categories of table 2 a substance has (GB 18218-2018 4.1.1, 4.1.2): from its facts and the
 * conditions under which it is handled, each step with its clause and how far it is the standard's
 * own text. Nothing missing is ever taken for harmless: what it would decide stays undetermined.
 */
@NullMarked
package io.zaikong.calc.hazard.derivation;

import org.jspecify.annotations.NullMarked;
