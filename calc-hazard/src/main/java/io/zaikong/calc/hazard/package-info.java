/**
 * Identification and grading of hazardous-chemical major hazard sources (GB 18218). Pure: facts in,
 * result or refusal out; exact rational arithmetic.
 */
@NullMarked
package io.zaikong.calc.hazard;

import org.jspecify.annotations.NullMarked;
