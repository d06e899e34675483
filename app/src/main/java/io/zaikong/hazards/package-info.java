/**
 * Hazard sources: the census, units and their chemicals (GB 18218-2018).
 *
 * <p>Terms: a unit is a production or storage unit (3.5, 3.6); its quantities are design maxima
 * (4.2.2).
 */
@NullMarked
package io.zaikong.hazards;

import org.jspecify.annotations.NullMarked;
