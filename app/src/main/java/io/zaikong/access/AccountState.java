package io.zaikong.access;

import io.zaikong.org.Account;
import io.zaikong.shell.Tone;
import java.time.Instant;

/** How an account stands, the state that matters most first. */
public enum AccountState {
  CLOSED(Tone.QUIET),
  LOCKED(Tone.BAD),
  /** 待授权: it has no role yet. */
  WAITING(Tone.WARNING),
  ACTIVE(Tone.GOOD);

  private final Tone tone;

  AccountState(Tone tone) {
    this.tone = tone;
  }

  static AccountState of(Account account, Instant now) {
    if (account.closed()) {
      return CLOSED;
    }
    if (account.isLocked(now)) {
      return LOCKED;
    }
    return account.roles().isEmpty() ? WAITING : ACTIVE;
  }

  public Tone tone() {
    return tone;
  }

  public String textKey() {
    return "accounts.state." + name();
  }
}
