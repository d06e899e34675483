package io.zaikong.shell;

import io.zaikong.kit.DivisionCode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** A number that opens to the records that it counts; a capability contributes one as a bean. */
public interface Figure {

  /** Unique, such as {@code hazards.major}; also its text key. */
  String name();

  /** Text key of the unit, such as {@code shell.unit.source}. */
  String unitKey();

  /** Where it stands among the figures, small first. */
  int order();

  /** Everything that the actor may see; empty when nothing has been recorded yet. */
  Optional<BigDecimal> value();

  /** The values of the divisions one level below; one that is missing counts nothing. */
  Map<DivisionCode, BigDecimal> valuesBelow(DivisionCode division);

  /** The address of the records, of everything that the actor may see. */
  String href();

  /** The address of the records of one division. */
  String href(DivisionCode division);

  /** What the value means at a glance. */
  default Tone tone(BigDecimal value) {
    return Tone.NEUTRAL;
  }
}
