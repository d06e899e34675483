package io.zaikong.access;

import java.util.Locale;
import java.util.Optional;

/** What a password must be (GB/T 22239-2019 8.1.4.1 a: complexity). */
final class PasswordRules {

  static final String CLAUSE = "GB/T 22239-2019 8.1.4.1";
  static final int MIN_LENGTH = 10;
  static final int MAX_LENGTH = 128;

  private PasswordRules() {}

  /** The text key of what is wrong with it; empty when it will do. */
  static Optional<String> fault(String password, String username) {
    if (password.length() < MIN_LENGTH) {
      return Optional.of("password.short");
    }
    if (password.length() > MAX_LENGTH) {
      return Optional.of("password.long");
    }
    long kinds =
        (password.chars().anyMatch(Character::isUpperCase) ? 1 : 0)
            + (password.chars().anyMatch(Character::isLowerCase) ? 1 : 0)
            + (password.chars().anyMatch(Character::isDigit) ? 1 : 0)
            + (password.chars().anyMatch(c -> !Character.isLetterOrDigit(c)) ? 1 : 0);
    if (kinds < 3) {
      return Optional.of("password.plain");
    }
    if (password.toLowerCase(Locale.ROOT).contains(username)) {
      return Optional.of("password.username");
    }
    return Optional.empty();
  }
}
