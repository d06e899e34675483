/**
 * The register of what is measured at hazard sources: gateways (采集网关) with their credentials,
 * sensors (测点), and the limits by which a reading is an alarm.
 *
 * <p>Basis: Order 40 art. 13; GB/T 50493-2019. Terms: a gateway is an enterprise's device that
 * sends readings; a sensor belongs to one gateway and one source; limits are versions. Invariants:
 * gateway and source of a sensor are of one enterprise; limits beyond the first stand only when a
 * second person has confirmed them; what a sensor measures, and in which unit, never changes; of a
 * secret only the hash is kept.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "shell",
      "journal",
      "notices",
      "org",
      "figures",
      "enterprises",
      "hazards",
      "imports",
      "workbook"
    })
package io.zaikong.telemetry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
