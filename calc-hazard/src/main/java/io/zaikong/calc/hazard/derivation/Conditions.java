package io.zaikong.calc.hazard.derivation;

import io.zaikong.calc.hazard.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Under which conditions a chemical is handled.
 *
 * @param workingC upper limit of the working temperature, °C
 * @param unheated kept at ambient temperature without heating, at atmospheric pressure; then no
 *     temperature needs to be stated
 * @param pressureMpa gauge pressure, MPa
 */
public record Conditions(
    Optional<BigDecimal> workingC,
    boolean unheated,
    Optional<BigDecimal> pressureMpa,
    Optional<SpecialProcess> process,
    UnitUse use)
    implements ConditionsReading {

  /** Nothing is stated. */
  public static final Conditions NOT_STATED =
      new Conditions(
          Optional.empty(), false, Optional.empty(), Optional.empty(), UnitUse.NOT_STATED);

  /** What was written is no condition. */
  public record Unreadable(Reason reason, List<String> details) implements ConditionsReading {
    public Unreadable {
      details = List.copyOf(details);
    }
  }

  public Conditions withWorkingC(Optional<BigDecimal> other) {
    return new Conditions(other, false, pressureMpa, process, use);
  }
}
