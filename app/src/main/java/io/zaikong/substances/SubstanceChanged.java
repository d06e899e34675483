package io.zaikong.substances;

/** A substance has a new version, in the transaction that hears of it. */
public record SubstanceChanged(String number, int version) {}
