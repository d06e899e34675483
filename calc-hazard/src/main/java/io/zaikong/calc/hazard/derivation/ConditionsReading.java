package io.zaikong.calc.hazard.derivation;

/** What written conditions turned out to be: {@link Conditions}, or why they are none. */
public sealed interface ConditionsReading permits Conditions, Conditions.Unreadable {}
