package io.zaikong.access;

import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Argon2id, with 19 MiB, two passes and one lane (OWASP Password Storage Cheat Sheet). Few at a
 * time, so that a flood of sign-ins takes neither the memory nor the processors.
 */
@Service
public class Passwords {

  private static final int AT_ONCE = 4;
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  private final Semaphore turns = new Semaphore(AT_ONCE);
  private final SecureRandom random = new SecureRandom();
  private final String ofNobody = encoder.encode("the password of an account that does not exist");

  /** Too many sign-ins at once. */
  static final class BusyException extends RuntimeException {}

  public String hash(String password) {
    return inTurn(() -> encoder.encode(password));
  }

  /** Takes equally long when there is no such account. */
  boolean matches(String password, @Nullable String hash) {
    boolean matches = inTurn(() -> encoder.matches(password, hash == null ? ofNobody : hash));
    return matches && hash != null;
  }

  /** A password for a first sign-in, to be changed then. */
  public String makeOne() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      if (i % 4 == 3 && i < 15) {
        password.append('-');
      }
    }
    return PasswordRules.fault(password.toString(), "\n").isEmpty()
        ? password.toString()
        : makeOne();
  }

  private <T> T inTurn(java.util.function.Supplier<T> work) {
    try {
      if (!turns.tryAcquire(3, TimeUnit.SECONDS)) {
        throw new BusyException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BusyException();
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}
