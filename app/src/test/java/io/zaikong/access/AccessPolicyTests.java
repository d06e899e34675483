package io.zaikong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaikong.TestCity;
import io.zaikong.access.SetUp.Person;
import io.zaikong.journal.Journal;
import io.zaikong.journal.JournalEntry;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Locks, throttles, set-up links and token lives, with time that passes when told. */
class AccessPolicyTests {

  private static final String WRONG = "Wrong-Horse-7";
  private static final Person ADMIN = new Person("admin", "管理员", TestCity.PASSWORD);
  private static final Person SECURITY = new Person("security", "安全员", TestCity.PASSWORD);

  private final AccessContext access = new AccessContext("access_policy");

  @AfterEach
  void close() {
    access.close();
  }

  @Test
  void fiveFailuresLockTheAccountAndTheRightPasswordIsRefusedUntilTheLockEnds() {
    setUp();
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> signIn("admin", WRONG, "10.0.0.1"))
          .isInstanceOf(BadCredentialsException.class);
    }
    assertThatThrownBy(() -> signIn("admin", TestCity.PASSWORD, "10.0.0.2"))
        .isExactlyInstanceOf(LockedException.class);
    access.pass(Duration.ofMinutes(16));
    signIn("admin", TestCity.PASSWORD, "10.0.0.2");
  }

  @Test
  void fourFailuresAndASuccessStartTheCountAnew() {
    setUp();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 4; i++) {
        assertThatThrownBy(() -> signIn("admin", WRONG, "10.0.0.1"))
            .isInstanceOf(BadCredentialsException.class);
      }
      signIn("admin", TestCity.PASSWORD, "10.0.0.1");
    }
  }

  @Test
  void anUnknownAccountIsRefusedLikeAWrongPassword() {
    setUp();
    assertThatThrownBy(() -> signIn("nobody", WRONG, "10.0.0.1"))
        .isExactlyInstanceOf(BadCredentialsException.class)
        .hasMessage("wrong");
    assertThatThrownBy(() -> signIn("admin", WRONG, "10.0.0.1"))
        .isExactlyInstanceOf(BadCredentialsException.class)
        .hasMessage("wrong");
  }

  @Test
  void aFloodingAddressMustWaitAndOthersNeedNot() {
    setUp();
    for (int i = 0; i < 20; i++) {
      String name = "nobody-" + i;
      assertThatThrownBy(() -> signIn(name, WRONG, "10.0.0.9"))
          .isInstanceOf(BadCredentialsException.class);
    }
    assertThatThrownBy(() -> signIn("admin", TestCity.PASSWORD, "10.0.0.9"))
        .isInstanceOf(PasswordSignIn.ThrottledException.class);
    signIn("admin", TestCity.PASSWORD, "10.0.0.1");
    access.pass(Duration.ofMinutes(6));
    signIn("admin", TestCity.PASSWORD, "10.0.0.9");
  }

  @Test
  void aSetUpLinkWorksOnce() {
    SetUp setUp = access.get(SetUp.class);
    String link = setUp.openLink().orElseThrow();
    String other = setUp.openLink().orElseThrow();
    assertThat(setUp.isOpen(link)).isTrue();
    assertThat(finish(link)).isInstanceOf(Done.class);
    assertThat(setUp.isOpen(link)).isFalse();
    assertThat(setUp.isOpen(other)).isFalse();
    assertThat(finish(link)).isInstanceOf(Refused.class);
    assertThat(finish(other)).isInstanceOf(Refused.class);
    assertThat(setUp.openLink()).isEmpty();
  }

  @Test
  void aRefusedSetUpLeavesTheLinkOpen() {
    SetUp setUp = access.get(SetUp.class);
    String link = setUp.openLink().orElseThrow();
    Outcome<Account> outcome =
        setUp.finish(link, TestCity.CITY, "局", ADMIN, new Person("security", "安全员", "weak"));
    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(setUp.isOpen(link)).isTrue();
    assertThat(finish(link)).isInstanceOf(Done.class);
  }

  @Test
  void aSetUpLinkEndsAfterThirtyMinutes() {
    SetUp setUp = access.get(SetUp.class);
    String link = setUp.openLink().orElseThrow();
    access.pass(Duration.ofMinutes(29));
    assertThat(setUp.isOpen(link)).isTrue();
    access.pass(Duration.ofMinutes(2));
    assertThat(setUp.isOpen(link)).isFalse();
    assertThat(finish(link)).isInstanceOf(Refused.class);
  }

  @Test
  void aTokenEndsWithItsLifeAndWithItsRevocation() {
    setUp();
    Tokens tokens = access.get(Tokens.class);
    Account admin = access.asSystem(() -> access.get(Accounts.class).find("admin").orElseThrow());
    String brief = issue(admin, Duration.ofMinutes(1));
    String revoked = issue(admin, Duration.ofDays(1));
    assertThat(access.asSystem(() -> tokens.find(brief))).isPresent();
    access.pass(Duration.ofMinutes(1));
    assertThat(access.asSystem(() -> tokens.find(brief))).isEmpty();
    assertThat(access.asSystem(() -> tokens.find(revoked))).isPresent();
    access.asSystem(
        () -> {
          tokens.revoke(admin, tokens.list(admin.id()).getFirst().id());
          return true;
        });
    assertThat(access.asSystem(() -> tokens.find(revoked))).isEmpty();
    assertThatThrownBy(() -> issue(admin, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void failuresOlderThanADayAreForgottenAtTheNext() {
    setUp();
    assertThatThrownBy(() -> signIn("nobody", WRONG, "10.0.0.1"))
        .isInstanceOf(BadCredentialsException.class);
    access.pass(Duration.ofHours(23));
    assertThatThrownBy(() -> signIn("nobody", WRONG, "10.0.0.1"))
        .isInstanceOf(BadCredentialsException.class);
    assertThat(countFailures("10.0.0.1")).isEqualTo(2);
    access.pass(Duration.ofHours(2));
    assertThatThrownBy(() -> signIn("nobody", WRONG, "10.0.0.2"))
        .isInstanceOf(BadCredentialsException.class);
    assertThat(countFailures("10.0.0.1")).isEqualTo(1);
  }

  @Test
  void aSignInIsThePersonsActAndARefusedOneNobodysBothWithTheAddress() {
    setUp();
    signIn("admin", TestCity.PASSWORD, "10.0.0.1");
    assertThatThrownBy(() -> signIn("admin", WRONG, "10.0.0.2"))
        .isInstanceOf(BadCredentialsException.class);
    Account admin = access.asSystem(() -> access.get(Accounts.class).find("admin").orElseThrow());
    List<JournalEntry> entries =
        access.asSystem(
            () -> access.get(Journal.class).listFor("org.account", Long.toString(admin.id()), 2));

    JournalEntry refused = entries.getFirst();
    JournalEntry signedIn = entries.getLast();
    assertThat(refused.act()).isEqualTo("sign_in.refused");
    assertThat(refused.actorId()).isZero();
    assertThat(refused.address()).isEqualTo("10.0.0.2");
    assertThat(signedIn.act()).isEqualTo("sign_in");
    assertThat(signedIn.actorId()).isEqualTo(admin.id());
    assertThat(signedIn.actorName()).isEqualTo("管理员");
    assertThat(signedIn.address()).isEqualTo("10.0.0.1");
  }

  private int countFailures(String address) {
    var transactions = new TransactionTemplate(access.get(PlatformTransactionManager.class));
    return access.asSystem(
        () ->
            Objects.requireNonNull(
                transactions.execute(
                    status ->
                        access.get(AccessStore.class).countFailures(address, Instant.EPOCH))));
  }

  private String issue(Account account, Duration life) {
    return access.asSystem(
        () -> access.get(Tokens.class).issue(account, "test", Set.of("accounts:read"), life));
  }

  private void setUp() {
    assertThat(finish(access.get(SetUp.class).openLink().orElseThrow())).isInstanceOf(Done.class);
  }

  private Outcome<Account> finish(String link) {
    return access.get(SetUp.class).finish(link, TestCity.CITY, "局", ADMIN, SECURITY);
  }

  private void signIn(String username, String password, String address) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    var attempt = UsernamePasswordAuthenticationToken.unauthenticated(username, password);
    attempt.setDetails(new WebAuthenticationDetails(request));
    assertThat(access.get(PasswordSignIn.class).authenticate(attempt).isAuthenticated()).isTrue();
  }
}
