package io.zaikong.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.zaikong.TestCity;
import io.zaikong.TestDatabase;
import io.zaikong.UseCases;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Agencies.Agency;
import io.zaikong.org.Agencies.Kind;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What may be given and taken, with a database of its own and on a day that is not the server's.
 */
class GrantTests {

  private static final LocalDate TODAY = LocalDate.of(2031, 3, 5);
  private static final DivisionCode DISTRICT = new DivisionCode("370303");
  private static final DivisionCode OTHER_DISTRICT = new DivisionCode("370302");

  private final TestDatabase database = TestDatabase.create("grants");
  private final HikariDataSource pool = database.pool(2);
  private final AnnotationConfigApplicationContext context =
      UseCases.open(pool, Clock.fixed(Instant.parse("2031-03-05T02:00:00Z"), ZoneOffset.UTC));
  private final TestCity city = new TestCity(context);
  private final Accounts accounts = city.bean(Accounts.class);
  private final Agencies agencies = city.bean(Agencies.class);

  private Account system = account("none");
  private Account security = system;

  @BeforeEach
  void open() {
    system = person("sys", TestCity.CITY, Role.SYSTEM_ADMINISTRATOR);
    security = person("sec", TestCity.CITY, Role.SECURITY_ADMINISTRATOR);
  }

  @AfterEach
  void close() {
    context.close();
    pool.close();
    database.close();
  }

  @Test
  void scopesOfDifferentSectorsAreRefusedInWordsWhereverTheirDaysMeet() {
    Account officer = account("officer");
    LocalDate later = TODAY.plusDays(10);
    assertDone(grant(officer, scope(DISTRICT, null, Set.of("PAPER"), later, later.plusDays(5))));

    assertRefused(
        grant(officer, scope(OTHER_DISTRICT, null, Set.of(), TODAY, null)),
        "account.scope.sectors");
    assertRefused(
        grant(officer, scope(OTHER_DISTRICT, null, Set.of("FOOD"), later.plusDays(5), null)),
        "account.scope.sectors");
    assertDone(grant(officer, scope(OTHER_DISTRICT, null, Set.of(), TODAY, later.minusDays(1))));
    assertDone(grant(officer, scope(OTHER_DISTRICT, null, Set.of("PAPER"), later, null)));
    assertRefused(
        grant(officer, scope(DISTRICT, null, Set.of("COOKING"), TODAY, TODAY)),
        "account.scope.sectors.unknown");
    assertThat(city.asSystem(() -> accounts.actorOf(officer, null, "")).scope().sectors())
        .isEmpty();
  }

  @Test
  void aZoneIsGivenOnlyByWhoHasAllItsTownships() {
    Agency zone = zone("370302001");
    Account district = person("district-sec", OTHER_DISTRICT, Role.SECURITY_ADMINISTRATOR);
    Account officer = account("zone-officer");
    Account local = person("district-officer", OTHER_DISTRICT, Role.OFFICER);

    assertDone(grant(officer, scope(null, zone.id(), Set.of(), TODAY, null)));
    assertThat(
            city.asSystem(() -> accounts.actorOf(officer, null, ""))
                .scope()
                .covers(new DivisionCode("370303008")))
        .isTrue();
    assertRefused(
        actor(district)
            .call(
                () ->
                    accounts.grantScope(local.id(), scope(null, zone.id(), Set.of(), TODAY, null))),
        "account.scope.zone.outside");
  }

  @Test
  void theDatabaseRefusesAZoneOutsideTheTerritoryToo() {
    Agency zone = zone("370302001");
    Account district = person("district-sec", OTHER_DISTRICT, Role.SECURITY_ADMINISTRATOR);
    Account local = person("district-officer", OTHER_DISTRICT, Role.OFFICER);
    AccountStore store = context.getBean(AccountStore.class);

    assertThatThrownBy(
            () ->
                inTransaction(
                    actor(district),
                    () ->
                        store.insertScope(
                            local.id(), scope(null, zone.id(), Set.of(), TODAY, null))))
        .hasStackTraceContaining("zone_in_territory");
  }

  /** The server's day is years before the application's. */
  @Test
  void whatTheActorWasGivenHimselfIsJudgedOnTheApplicationsDay() {
    Account district = person("district-sec", DISTRICT, Role.SECURITY_ADMINISTRATOR);
    zone("370303008");
    Account local = person("district-officer", DISTRICT, Role.OFFICER);

    assertThat(actor(district).scope().covers(DISTRICT)).isFalse();
    assertDone(
        actor(district)
            .call(
                () ->
                    accounts.grantScope(local.id(), scope(DISTRICT, null, Set.of(), TODAY, null))));
  }

  @Test
  void theLastAdministratorsOfTheCityStay() {
    String first = "account.last.SYSTEM_ADMINISTRATOR";
    String second = "account.last.SECURITY_ADMINISTRATOR";
    assertRefused(city.asSystem(() -> accounts.close(system.id())), first);
    assertRefused(city.asSystem(() -> accounts.close(security.id())), second);
    assertRefused(
        city.asSystem(() -> accounts.assignRoles(security.id(), Set.of(Role.OFFICER))), second);
    assertRefused(city.asSystem(() -> accounts.endScope(system.id(), scopeOf(system))), first);
    assertThat(city.asSystem(() -> accounts.close(system.id())))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.clause()).isEqualTo("GB/T 22239-2019 8.1.5"));

    person("district-sys", DISTRICT, Role.SYSTEM_ADMINISTRATOR);
    assertRefused(city.asSystem(() -> accounts.close(system.id())), first);
    Account next = person("next", TestCity.CITY, Role.SYSTEM_ADMINISTRATOR);
    assertDone(city.asSystem(() -> accounts.close(system.id())));
    assertRefused(city.asSystem(() -> accounts.endScope(next.id(), scopeOf(next))), first);
  }

  @Test
  void villagesMergeWithinTheOwnDistrictOnly() {
    Divisions divisions = city.bean(Divisions.class);
    Account district = person("district-sys", DISTRICT, Role.SYSTEM_ADMINISTRATOR);
    DivisionCode township = new DivisionCode("370303102");
    DivisionCode village = divisionsBelow(township).getFirst();
    DivisionCode merged = new DivisionCode("370303102999");
    Actor administrator = actor(district);

    assertDone(administrator.call(() -> divisions.add(merged, "合并村", TODAY.plusDays(1))));
    assertDone(administrator.call(() -> divisions.end(village, TODAY.plusDays(1))));
    assertThat(divisionsBelow(township)).contains(village).doesNotContain(merged);
    assertRefused(
        administrator.call(() -> divisions.end(township, TODAY.plusDays(1))), "division.end.below");
    assertRefused(
        administrator.call(() -> divisions.add(village, "旧村", TODAY.plusDays(9))),
        "division.exists");
    assertRefused(
        administrator.call(() -> divisions.add(new DivisionCode("370302001999"), "外村", TODAY)),
        "account.division.outside");
    DivisionStore store = context.getBean(DivisionStore.class);
    inTransaction(
        administrator, () -> store.end(new DivisionCode("370302001001"), TODAY.plusDays(1)));
    assertThat(
            city.asSystem(() -> divisions.findDated(new DivisionCode("370302001001")))
                .orElseThrow()
                .to())
        .isNull();
  }

  @Test
  void aDelegationIsEndedFromTheLevelAboveTheZone() {
    Agency zone = zone("370303008");
    Account own = account("zone-sys");
    city.asSystem(() -> accounts.assignRoles(own.id(), Set.of(Role.SYSTEM_ADMINISTRATOR)));
    assertDone(grant(own, scope(null, zone.id(), Set.of(), TODAY, null)));
    long delegation = city.asSystem(() -> agencies.listDelegations(zone.id())).getFirst().id();
    LocalDate day = TODAY.plusDays(1);

    assertRefused(
        actor(own).call(() -> agencies.endDelegation(zone.id(), delegation, day)),
        "agency.delegation.above");
    assertDone(actor(system).call(() -> agencies.endDelegation(zone.id(), delegation, day)));
    assertRefused(
        actor(system).call(() -> agencies.close(zone.id(), TODAY.plusDays(2))),
        "agency.close.zone");
  }

  private List<DivisionCode> divisionsBelow(DivisionCode code) {
    return city.asSystem(() -> city.bean(Divisions.class).listBelow(code)).stream()
        .map(Division::code)
        .toList();
  }

  private Agency zone(String seat) {
    Outcome<Agency> made =
        city.asSystem(() -> agencies.create("高新区", Kind.FUNCTIONAL_ZONE, new DivisionCode(seat)));
    if (!(made instanceof Done<Agency>(Agency zone))) {
      throw new IllegalStateException(made.toString());
    }
    assertDone(
        city.asSystem(() -> agencies.delegate(zone.id(), new DivisionCode("370303008"), TODAY)));
    return zone;
  }

  private long scopeOf(Account account) {
    return accounts.listScopes(account.id()).getFirst().id();
  }

  private Outcome<Account> grant(Account account, ScopeGrant grant) {
    return actor(security).call(() -> accounts.grantScope(account.id(), grant));
  }

  private Account account(String username) {
    return city.asSystem(
        () -> {
          accounts.create(username, username, "", TestCity.CITY);
          return accounts.find(username).orElseThrow();
        });
  }

  private Account person(String username, DivisionCode division, Role role) {
    return city.asSystem(
        () -> {
          accounts.create(username, username, "", division);
          Account made = accounts.find(username).orElseThrow();
          assertDone(accounts.assignRoles(made.id(), Set.of(role)));
          assertDone(accounts.grantScope(made.id(), scope(division, null, Set.of(), TODAY, null)));
          return accounts.find(username).orElseThrow();
        });
  }

  private Actor actor(Account account) {
    return city.asSystem(
        () -> accounts.actorOf(accounts.find(account.id()).orElseThrow(), null, ""));
  }

  private void inTransaction(Actor actor, Runnable work) {
    var transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    actor.run(() -> transactions.executeWithoutResult(status -> work.run()));
  }

  private static ScopeGrant scope(
      @Nullable DivisionCode division,
      @Nullable Long zone,
      Set<String> sectors,
      LocalDate from,
      @Nullable LocalDate to) {
    return new ScopeGrant(0, division, zone, null, null, sectors, from, to);
  }

  private static void assertDone(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Done.class);
  }

  private static void assertRefused(Outcome<?> outcome, String reason) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
