package io.zaikong.telemetry;

import io.zaikong.shell.Outcome.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A sensor to be registered at a gateway and a source of the gateway's enterprise. */
record NewSensor(Gateway gateway, long sourceId, SensorDraft draft, Limits limits) {

  /** What of it cannot be, or is not allowed by a rule that was found in a source. */
  List<Refused<?>> findFaults() {
    List<Refused<?>> faults = new ArrayList<>(draft.findFaults());
    faults.addAll(limits.findFaults());
    if (draft.kind() != null && faults.isEmpty()) {
      LimitRules.current().judge(kind(), draft.unit(), draft.cas(), limits).stream()
          .filter(LimitRules.Breach::verified)
          .forEach(breach -> faults.add(breach.refused()));
    }
    return faults;
  }

  SensorKind kind() {
    return Objects.requireNonNull(draft.kind());
  }
}
