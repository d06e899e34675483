package io.zaikong.substances;

/** A ruling on a limit of the derivation begins to stand, in the transaction that hears of it. */
public record InterpretationRuled(long rulingId) {}
