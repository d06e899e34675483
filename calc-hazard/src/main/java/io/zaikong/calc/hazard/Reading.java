package io.zaikong.calc.hazard;

/** What a stated quantity turned out to be: a {@link Quantity}, or why it is none. */
sealed interface Reading permits Quantity, Reading.Failed {

  record Failed(Reason reason) implements Reading {}
}
