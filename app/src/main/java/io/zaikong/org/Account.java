package io.zaikong.org;

import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account (账号) of a person.
 *
 * @param passwordHash Argon2id; null until a password was set, or when the passkey is the sole
 *     login
 * @param roles those in effect on the day asked for
 */
public record Account(
    long id,
    String username,
    String personName,
    DivisionCode division,
    @Nullable String passwordHash,
    @Nullable Instant passwordChangedAt,
    boolean mustChangePassword,
    PasskeyRule passkeyRule,
    int failedLogins,
    @Nullable Instant lockedUntil,
    boolean closed,
    Set<Role> roles) {

  public enum PasskeyRule {
    /** Password alone is enough. */
    OPTIONAL,
    /** Password and then a passkey. */
    SECOND_FACTOR,
    /** Passkey alone; a password is not accepted. */
    SOLE
  }

  public boolean isLocked(Instant at) {
    return lockedUntil != null && at.isBefore(lockedUntil);
  }
}
