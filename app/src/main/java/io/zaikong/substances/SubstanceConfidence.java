package io.zaikong.substances;

/** How far the row of a substance was checked. */
public enum SubstanceConfidence {
  /** 有出处: from a source that was at hand. */
  SOURCED,
  /** 凭记忆: to be checked before it is relied on. */
  RECALLED,
  /** 已核实: checked by the bureau against the official text or a safety data sheet. */
  CONFIRMED;

  public boolean isVerified() {
    return this != RECALLED;
  }
}
