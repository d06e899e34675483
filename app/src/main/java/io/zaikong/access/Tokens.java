package io.zaikong.access;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
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
import org.jspecify.annotations.Nullable;
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
          "org:read",
          "accounts:read",
          "journal:read",
          "inbox:read",
          "telemetry:read");

  private static final int LONGEST_NAME = 50;
  private static final String PREFIX = "zk_";

  private final TokenStore store;
  private final Accounts accounts;
  private final Journal journal;
  private final AccessProperties policy;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Tokens(
      TokenStore store, Accounts accounts, Journal journal, AccessProperties policy, Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.journal = journal;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * A token as listed: never its secret.
   *
   * @param username the account's
   */
  public record Token(
      long id,
      long accountId,
      String username,
      String name,
      Set<String> scopes,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt,
      @Nullable Instant revokedAt) {

    boolean isOpen(Instant at) {
      return revokedAt == null && at.isBefore(expiresAt);
    }
  }

  /** A presented token's account name and scopes. */
  record Presented(String username, Set<String> scopes) {}

  /** Makes a token of the actor's own account and returns its secret, which is not kept. */
  @Transactional
  public Outcome<String> makeOwn(String name, Set<String> scopes, String days) {
    if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
      return Outcome.refused("name", "tokens.name.length");
    }
    if (scopes.isEmpty() || !SCOPES.containsAll(scopes)) {
      return Outcome.refused("scopes", "tokens.scopes.none");
    }
    long longest = policy.tokenLife().toDays();
    if (!days.matches("\\d{1,5}") || Long.parseLong(days) < 1 || Long.parseLong(days) > longest) {
      return Outcome.refused("days", "tokens.days.bounds", Long.toString(longest));
    }
    Account account = accounts.find(Actor.getCurrent().accountId()).orElseThrow();
    return Outcome.done(
        issue(account, name.strip(), scopes, Duration.ofDays(Long.parseLong(days))));
  }

  /**
   * Makes a token and returns its secret, which is not kept.
   *
   * @throws IllegalArgumentException for an unknown scope or a life that the policy does not allow
   */
  @Transactional
  public String issue(Account account, String name, Set<String> scopes, Duration life) {
    if (!SCOPES.containsAll(scopes) || scopes.isEmpty()) {
      throw new IllegalArgumentException("unknown token scope among " + scopes);
    }
    if (life.isNegative() || life.isZero() || life.compareTo(policy.tokenLife()) > 0) {
      throw new IllegalArgumentException("a token lives at most " + policy.tokenLife());
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

  /** Tokens of all accounts in the actor's sight, the newest first. */
  @Transactional(readOnly = true)
  public List<Token> listInSight(long offset, int limit) {
    return store.listInSight(offset, limit);
  }

  @Transactional(readOnly = true)
  public long countInSight() {
    return store.countInSight();
  }

  /** Revokes a token of the account; one that is revoked already stays as it is. */
  @Transactional
  public void revoke(Account account, long id) {
    if (store.revoke(account.id(), id, clock.instant())) {
      journal.record(
          "token.revoke",
          Subject.of("org.account", account.id(), account.division()),
          Map.of("token", id));
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
