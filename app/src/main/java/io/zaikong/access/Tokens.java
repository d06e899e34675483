package io.zaikong.access;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.org.Account;
import io.zaikong.shell.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Access tokens for {@code /api/v1}: of one account, for some scopes, until a day. */
@Service
public class Tokens {

  /** What a token may carry. */
  public static final Set<String> SCOPES =
      Set.of(
          "enterprises:read",
          "figures:read",
          "hazards:read",
          "hazards:write",
          "accounts:read",
          "journal:read");

  private static final Duration LONGEST = Duration.ofDays(366);
  private static final String PREFIX = "zk_";

  private final TokenStore store;
  private final Journal journal;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Tokens(TokenStore store, Journal journal, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  /** A token as listed: never its secret. */
  public record Token(
      long id,
      String name,
      Set<String> scopes,
      Instant createdAt,
      Instant expiresAt,
      boolean revoked) {}

  /** A presented token's account name and scopes. */
  record Presented(String username, Set<String> scopes) {}

  /**
   * Makes a token and returns its secret, which is not kept.
   *
   * @throws IllegalArgumentException for an unknown scope or a life over a year
   */
  @Transactional
  public String issue(Account account, String name, Set<String> scopes, Duration life) {
    if (!SCOPES.containsAll(scopes) || scopes.isEmpty()) {
      throw new IllegalArgumentException("unknown token scope among " + scopes);
    }
    if (life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a token lives at most a year");
    }
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Instant now = clock.instant();
    long id = store.insert(account.id(), name, hash(token), scopes, now, now.plus(life));
    journal.record(
        "token.issue",
        Subject.of("org.account", account.id(), account.division()),
        Map.of(
            "token",
            id,
            "name",
            name,
            "scopes",
            String.join(" ", new TreeSet<>(scopes)),
            "expires",
            now.plus(life).toString()));
    return token;
  }

  /** Empty for an unknown, expired or revoked token. */
  @Transactional
  Optional<Presented> find(String token) {
    return token.startsWith(PREFIX) && token.length() < 100
        ? store.use(hash(token), clock.instant())
        : Optional.empty();
  }

  @Transactional(readOnly = true)
  public List<Token> list(long accountId) {
    return store.list(accountId);
  }

  @Transactional
  public void revoke(Account account, long id) {
    if (store.revoke(account.id(), id, clock.instant())) {
      journal.record(
          "token.revoke",
          Subject.of("org.account", account.id(), account.division()),
          Map.of("token", id, "by", Actor.getCurrent().username()));
    }
  }

  static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
