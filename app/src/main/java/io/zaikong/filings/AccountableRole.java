package io.zaikong.filings;

/** For what an accountable person (包保责任人) answers. */
public enum AccountableRole {
  PRINCIPAL,
  TECHNICAL,
  OPERATIONAL;

  /** Whether the person has to check the source at fixed intervals. */
  public boolean hasChecks() {
    return this != PRINCIPAL;
  }
}
