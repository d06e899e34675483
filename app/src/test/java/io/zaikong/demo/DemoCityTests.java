package io.zaikong.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.hazard.Grade;
import io.zaikong.calc.hazard.Identification.Identified;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.calc.hazard.StatedSite;
import io.zaikong.calc.hazard.StatedUnit;
import io.zaikong.calc.hazard.UnitResult;
import io.zaikong.demo.DemoCity.Loading.Loaded;
import io.zaikong.demo.DemoCity.Loading.Present;
import io.zaikong.demo.DemoCity.Loading.Refused;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.EnterpriseFilter;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Role;
import io.zaikong.shell.Scope;
import io.zaikong.shell.Settings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoCityTests {

  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);
  private static final String UNITS =
      """
      select e.credit_code, e.name as enterprise, e.division_code, e.address, e.longitude_deg, e.latitude_deg,
        e.categories::text, e.contact, e.phone, u.name, u.unit_kind, g.s, g.r, g.level, g.exposed_population
      from enterprises.enterprise e
      left join hazards.source u on u.enterprise_id = e.id left join hazards.grading g on g.id = u.grading_id
      order by e.credit_code, u.name
      """;

  private final DemoContext demo = new DemoContext("demo");
  private Loaded loaded;

  @BeforeAll
  void load() {
    loaded = (Loaded) demo.get(DemoCity.class).load(Optional.of(AS_OF), line -> {});
  }

  @AfterAll
  void close() {
    demo.close();
  }

  @Test
  void anotherInstallationGetsTheSameCityButOtherPasswords() {
    try (DemoContext other = new DemoContext("demo_other")) {
      Loaded again = (Loaded) other.get(DemoCity.class).load(Optional.empty(), line -> {});
      assertThat(rows(other.all(), UNITS)).isEqualTo(rows(demo.all(), UNITS));
      assertThat(again.asOf()).isEqualTo(LocalDate.of(2026, 11, 24));
      Set<String> passwords = passwords(again);
      assertThat(passwords).hasSize(DemoAccounts.USERNAMES.size());
      assertThat(passwords).doesNotContainAnyElementsOf(passwords(loaded));
    }
  }

  @Test
  void loadingTwiceChangesNothing() {
    List<Map<String, Object>> before = rows(demo.all(), UNITS);
    long entries = count("journal.entry");
    assertThat(demo.get(DemoCity.class).load(Optional.of(AS_OF.plusDays(9)), line -> {}))
        .isEqualTo(new Present(AS_OF));
    assertThat(rows(demo.all(), UNITS)).isEqualTo(before);
    assertThat(count("journal.entry")).isEqualTo(entries);
    assertThat(count("org.account")).isEqualTo(DemoAccounts.USERNAMES.size());
  }

  @Test
  void anInstallationWithAccountsStaysAsItIs() {
    try (DemoContext used = new DemoContext("demo_used")) {
      used.all()
          .sql(
              """
              with p as (insert into org.division values ('370300', '淄博市', 'CITY', '2020-01-01'))
              select 1
              """)
          .query(Integer.class)
          .single();
      Actor.system("test", Scope.everywhere())
          .run(
              () ->
                  used.get(Accounts.class)
                      .create("somebody", "某人", "", new DivisionCode("370300")));
      assertThat(used.get(DemoCity.class).load(Optional.of(AS_OF), line -> {}))
          .isEqualTo(new Refused());
      assertThat(
              used.all().sql("select count(*) from enterprises.enterprise").query().singleValue())
          .isEqualTo(0L);
      assertThat(used.all().sql("select count(*) from shell.setting").query().singleValue())
          .isEqualTo(0L);
    }
  }

  @Test
  void theAsOfDateIsKept() {
    Optional<String> kept =
        demo.actor("officer").call(() -> demo.get(Settings.class).find(DemoCity.AS_OF));
    assertThat(kept).contains("2026-11-24");
  }

  @Test
  void everyLevelOccursAndMostUnitsAreNotMajor() {
    Map<String, Long> levels =
        rows(demo.all(), UNITS).stream()
            .filter(r -> r.get("name") != null)
            .collect(
                Collectors.groupingBy(r -> String.valueOf(r.get("level")), Collectors.counting()));
    assertThat(levels.keySet()).containsExactlyInAnyOrder("1", "2", "3", "4", "null");
    long units = levels.values().stream().mapToLong(Long::longValue).sum();
    assertThat(units).isBetween(350L, 450L).isEqualTo(loaded.summary().added());
    assertThat(levels.getOrDefault("null", 0L)).isGreaterThan(units / 2);
    assertThat(levels.getOrDefault("4", 0L)).isGreaterThan(loaded.summary().major() / 2);
    assertThat(levels.getOrDefault("1", 0L)).isLessThan(10);
  }

  @Test
  void everyDistrictHasEnterprisesWithPositionsInTheCity() {
    List<Map<String, Object>> enterprises =
        rows(
            demo.all(),
            "select division_code, longitude_deg, latitude_deg, name from enterprises.enterprise");
    assertThat(enterprises).hasSizeBetween(230, 250);
    assertThat(enterprises).extracting(r -> r.get("name")).doesNotHaveDuplicates();
    assertThat(
            enterprises.stream().map(r -> String.valueOf(r.get("division_code")).substring(0, 6)))
        .contains("370302", "370303", "370304", "370305", "370306", "370321", "370322", "370323");
    assertThat(enterprises)
        .allSatisfy(
            r -> {
              assertThat((Double) r.get("longitude_deg")).isBetween(117.5, 118.6);
              assertThat((Double) r.get("latitude_deg")).isBetween(35.9, 37.4);
            });
  }

  @Test
  void everyResultIsTheEngines() {
    Edition edition = Edition.findInForceOn(AS_OF).orElseThrow();
    demo.all()
        .sql(
            "select u.id, g.s, g.r, g.level, g.exposed_population, u.inventory_id from"
                + " hazards.source u join hazards.grading g on g.id = u.grading_id")
        .query(
            (row, n) -> {
              List<StatedChemical> chemicals = chemicals(row.getLong("inventory_id"));
              UnitResult result =
                  ((Identified)
                          edition.identify(
                              new StatedSite(
                                  "",
                                  row.getString("exposed_population"),
                                  List.of(new StatedUnit("unit", chemicals)))))
                      .units()
                      .getFirst();
              assertThat(row.getBigDecimal("s"))
                  .isEqualByComparingTo(new BigDecimal(result.sText()));
              assertThat(row.getBigDecimal("r"))
                  .isEqualByComparingTo(new BigDecimal(result.grading().rText()));
              assertThat(row.getInt("level"))
                  .isEqualTo(result.grading().grade().map(Grade::level).orElse(0));
              return n;
            })
        .list();
  }

  @Test
  void theTownshipSeesOnlyItsPart() {
    List<Enterprise> seen = seenBy("township");
    assertThat(seen).isNotEmpty();
    assertThat(seen).allMatch(e -> e.division().equals(DemoAccounts.TOWNSHIP));
  }

  @Test
  void theDistrictDoesNotSeeTheDelegatedTownships() {
    List<Enterprise> seen = seenBy("district");
    assertThat(seen).isNotEmpty();
    assertThat(seen).allMatch(e -> DemoAccounts.DISTRICT.contains(e.division()));
    assertThat(seen).noneMatch(e -> DemoAgencies.DELEGATED.contains(e.division()));
    assertThat(seenBy("officer"))
        .anyMatch(e -> DemoAgencies.DELEGATED.contains(e.division()))
        .hasSize((int) count("enterprises.enterprise"));
  }

  @Test
  void theEnterpriseSeesItselfAlone() {
    List<Enterprise> seen = seenBy("enterprise");
    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().division()).isEqualTo(DemoAccounts.TOWNSHIP);
    assertThat(loaded.accounts().getLast().territory()).isEqualTo(seen.getFirst().name());
    assertThat(
            demo.all()
                .sql(
                    "select count(*) from hazards.source u join hazards.grading g on g.id ="
                        + " u.grading_id where g.major and u.enterprise_id = ?")
                .param(seen.getFirst().id())
                .query(Long.class)
                .single())
        .isPositive();
  }

  @Test
  void everyAccountHasItsRoleAndMayUseItsPasswordAtOnce() {
    assertThat(loaded.accounts().stream().map(DemoAccount::username))
        .containsExactlyElementsOf(DemoAccounts.USERNAMES);
    Map<String, Role> roles =
        Map.of(
            "admin", Role.SYSTEM_ADMINISTRATOR,
            "security", Role.SECURITY_ADMINISTRATOR,
            "auditor", Role.AUDITOR,
            "chief", Role.CHIEF,
            "officer", Role.OFFICER,
            "district", Role.OFFICER,
            "district-admin", Role.SYSTEM_ADMINISTRATOR,
            "township", Role.OFFICER,
            "enterprise", Role.ENTERPRISE_SAFETY_MANAGER);
    roles.forEach(
        (name, role) -> assertThat(demo.actor(name).roles()).as(name).containsExactly(role));
    assertThat(
            demo.all()
                .sql(
                    "select count(*) from org.account where must_change_password or password_hash"
                        + " is null")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void theShownPasswordsAreThoseOfTheAccounts() {
    Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    for (DemoAccount account : loaded.accounts()) {
      String hash =
          demo.all()
              .sql("select password_hash from org.account where username = ?")
              .param(account.username())
              .query(String.class)
              .single();
      assertThat(encoder.matches(account.password(), hash)).as(account.username()).isTrue();
    }
  }

  private List<Enterprise> seenBy(String username) {
    return demo.actor(username)
        .call(() -> demo.get(Enterprises.class).list(EnterpriseFilter.all(), 0, 1000));
  }

  private List<StatedChemical> chemicals(long inventoryId) {
    return demo.all()
        .sql("select * from hazards.chemical where inventory_id = ? order by position")
        .param(inventoryId)
        .query(
            (row, n) ->
                new StatedChemical(
                    Optional.ofNullable(row.getString("cas")).orElse(""),
                    Optional.ofNullable(row.getString("name")).orElse(""),
                    Arrays.asList((String[]) row.getArray("categories").getArray()),
                    row.getString("q_t")))
        .list();
  }

  private long count(String table) {
    return demo.all().sql("select count(*) from " + table).query(Long.class).single();
  }

  private static List<Map<String, Object>> rows(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query().listOfRows();
  }

  private static Set<String> passwords(Loaded loaded) {
    return loaded.accounts().stream().map(DemoAccount::password).collect(Collectors.toSet());
  }
}
