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
import io.zaikong.demo.DemoCity.Wish;
import io.zaikong.documents.DocumentNumbers;
import io.zaikong.documents.NumberSeries;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.EnterpriseFilter;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.enterprises.Structure;
import io.zaikong.enterprises.Structure.Parts;
import io.zaikong.filings.FilingRegister;
import io.zaikong.filings.FilingRegister.Filter;
import io.zaikong.filings.FilingReview;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.SiteDeclaration;
import io.zaikong.hazards.UnitKind;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Role;
import io.zaikong.shell.Scope;
import io.zaikong.shell.Settings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoCityTests {

  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);
  private static final String UNITS =
      """
      select e.credit_code, e.name as enterprise, e.division_code, e.address, e.longitude_deg, e.latitude_deg,
        e.categories::text, e.contact, e.phone, u.name, u.kind, u.unit_kind, g.s, g.r, g.level, g.exposed_population
      from enterprises.enterprise e
      left join hazards.source u on u.enterprise_id = e.id left join hazards.grading g on g.id = u.grading_id
      """;
  private static final String DECLARED = " where u.id is not null order by e.credit_code, u.name";

  private static final String MAJOR =
      "hazards.source u join hazards.grading g on g.id = u.grading_id where g.major";
  private static final int CITY = 6_000;
  private static final int SMALL = 1_000;

  private final DemoContext demo = new DemoContext("demo");
  private Loaded loaded;

  @BeforeAll
  void load() {
    loaded = load(demo, AS_OF, CITY);
  }

  @AfterAll
  void close() {
    demo.close();
  }

  @Test
  void anotherInstallationGetsTheSamePlantsWhateverItsSizeAndDay() {
    try (DemoContext other = new DemoContext("demo_other")) {
      Loaded again = load(other, AS_OF.minusYears(1), SMALL);
      assertThat(again.summary().enterprises()).isEqualTo(SMALL);
      assertThat(rows(other.all(), UNITS + DECLARED)).isEqualTo(rows(demo.all(), UNITS + DECLARED));
      Set<String> passwords = passwords(again);
      assertThat(passwords).hasSize(DemoAccounts.USERNAMES.size());
      assertThat(passwords).doesNotContainAnyElementsOf(passwords(loaded));
    }
  }

  @Test
  void whatHappenedToEnterprisesHappenedBeforeTheDayOfTheCity() {
    assertThat(
            count(
                "enterprises.enterprise where state not in ('OPERATING', 'BUILDING')"
                    + " and state_since < '2026-11-24' and state_reason <> ''"))
        .isPositive()
        .isEqualTo(count("enterprises.enterprise where state not in ('OPERATING', 'BUILDING')"));
  }

  @Test
  void theCityHasTheNumbersOfTheSpeech() {
    assertThat(count("enterprises.enterprise")).isEqualTo(CITY);
    assertThat(countOf("HAZCHEM_PRODUCTION")).isEqualTo(462);
    assertThat(countOf("NON_COAL_MINE")).isEqualTo(372);
    assertThat(countOf("FIREWORKS_WHOLESALE")).isEqualTo(9);
    assertThat(countOf("FIREWORKS_RETAIL")).isEqualTo(66);
    for (Category category : Category.values()) {
      if (category != Category.FIREWORKS_OTHER) {
        assertThat(countOf(category.name())).as(category.chinese()).isPositive();
      }
    }
    assertThat(count("hazards.source")).isEqualTo(3782);
    assertThat(count("hazards.source where kind = 'HAZCHEM_UNIT'")).isEqualTo(3105);
    assertThat(
            count(
                "hazards.source where kind = 'TAILINGS_POND' and pond_class is not null"
                    + " and facts_id is not null"))
        .isEqualTo(42);
    assertThat(count("hazards.designation where year = 2026 and withdrawn_at is null"))
        .isEqualTo(300);
    assertThat(count("(select distinct enterprise_id from hazards.source) as those_of_the_census"))
        .isBetween(600L, 699L);
    assertThat(count(MAJOR)).isEqualTo(loaded.summary().major()).isEqualTo(287);
  }

  @Test
  void aChemicalMoreMovesTheNumberOfMajorSources() {
    TransactionTemplate undone =
        new TransactionTemplate(demo.get(PlatformTransactionManager.class));
    Actor.system("test", Scope.everywhere())
        .run(
            () ->
                undone.executeWithoutResult(
                    status -> {
                      status.setRollbackOnly();
                      demo.get(Declarations.class).declare(List.of(withChlorine()), done -> {});
                      assertThat(count(demo.get(JdbcClient.class), MAJOR)).isEqualTo(288);
                    }));
  }

  /** A unit that is not major, as it was declared, with 60 t of chlorine besides. */
  private SiteDeclaration withChlorine() {
    Map<Long, List<StatedChemical>> declared = chemicals();
    return demo.all()
        .sql(
            """
            select u.name, u.unit_kind, e.id, g.exposed_population, u.inventory_id, s.population_source
            from hazards.source u join hazards.grading g on g.id = u.grading_id
            join enterprises.enterprise e on e.id = u.enterprise_id
            join hazards.site s on s.enterprise_id = e.id
            where not g.major order by u.id limit 1
            """)
        .query(
            (row, n) -> {
              List<StatedChemical> chemicals =
                  new ArrayList<>(declared.getOrDefault(row.getLong("inventory_id"), List.of()));
              chemicals.add(new StatedChemical("7782-50-5", "氯", List.of(), "60"));
              return new SiteDeclaration(
                  demo.get(Enterprises.class).find(row.getLong("id")).orElseThrow(),
                  row.getInt("exposed_population"),
                  row.getString("population_source"),
                  List.of(
                      SiteDeclaration.Unit.of(
                          row.getString("name"),
                          UnitKind.valueOf(row.getString("unit_kind")),
                          chemicals)));
            })
        .single();
  }

  @Test
  void loadingTwiceChangesNothing() {
    List<Map<String, Object>> before = rows(demo.all(), UNITS + DECLARED);
    long entries = count("journal.entry");
    assertThat(
            demo.get(DemoCity.class)
                .load(new Wish(Optional.of(AS_OF.plusDays(9)), CITY), line -> {}))
        .isEqualTo(new Present(AS_OF));
    assertThat(rows(demo.all(), UNITS + DECLARED)).isEqualTo(before);
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
      assertThat(used.get(DemoCity.class).load(new Wish(Optional.of(AS_OF), SMALL), line -> {}))
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
  void mostUnitsAreNotMajorAndMostMajorOnesAreOfTheLowerLevels() {
    Map<String, Long> levels =
        rows(demo.all(), UNITS + DECLARED).stream()
            .filter(r -> "HAZCHEM_UNIT".equals(r.get("kind")))
            .collect(
                Collectors.groupingBy(r -> String.valueOf(r.get("level")), Collectors.counting()));
    assertThat(levels).isEqualTo(Map.of("1", 20L, "2", 45L, "3", 110L, "4", 112L, "null", 2818L));
  }

  @Test
  void everyDistrictHasEnterprisesWithPositionsInTheCity() {
    List<Map<String, Object>> enterprises =
        rows(
            demo.all(),
            "select division_code, longitude_deg, latitude_deg, name from enterprises.enterprise");
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
    Map<Long, List<StatedChemical>> chemicals = chemicals();
    demo.all()
        .sql(
            "select u.id, g.s, g.r, g.level, g.exposed_population, u.inventory_id from"
                + " hazards.source u join hazards.grading g on g.id = u.grading_id")
        .query(
            (row, n) -> {
              List<StatedChemical> declared =
                  chemicals.getOrDefault(row.getLong("inventory_id"), List.of());
              UnitResult result =
                  ((Identified)
                          edition.identify(
                              new StatedSite(
                                  "",
                                  row.getString("exposed_population"),
                                  List.of(new StatedUnit("unit", declared)))))
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
  void mostMajorSourcesAreFiledAndEveryStateOccurs() {
    Map<String, Long> states =
        rows(demo.all(), "select state, count(*) as n from filings.filing group by state").stream()
            .collect(Collectors.toMap(r -> String.valueOf(r.get("state")), r -> (Long) r.get("n")));
    assertThat(states)
        .containsOnlyKeys(
            "DRAFT",
            "SUBMITTED",
            "RETURNED",
            "ACCEPTED",
            "FILED",
            "CANCELLATION_ASKED",
            "CHECKED",
            "CANCELLED",
            "SUPERSEDED");
    long inForce =
        count("filings.filing where state in ('FILED', 'CANCELLATION_ASKED', 'CHECKED')");
    assertThat(inForce).isBetween(215L, 235L);
    assertThat(
            demo.actor("officer")
                .call(
                    () ->
                        demo.get(FilingRegister.class).countBy(Filter.all(), 4).stream()
                            .mapToLong(FilingRegister.Count::filed)
                            .sum()))
        .isEqualTo(inForce);
    assertThat(
            count(
                "filings.standing t join hazards.source u on u.id = t.source_id where"
                    + " u.level is not null and t.assessment_id is not null"))
        .isBetween(235L, 250L);
    assertThat(count("filings.filing where number is not null"))
        .isEqualTo(
            count(
                "(select distinct number from filings.filing where number is not null) as given"));
    assertThat(
            count(
                "filings.filing where greatest(submitted_on, returned_on, accepted_on, filed_on) >="
                    + " '2026-11-24'"))
        .isZero();
    assertThat(count("documents.content")).isLessThan(20);
  }

  @Test
  void theDistrictHasFilingsToReviewAndItsNextNumberGoesOn() {
    Actor district = demo.actor("district");
    List<FilingRegister.Entry> waiting =
        district.call(
            () ->
                demo.get(FilingRegister.class)
                    .list(new Filter(null, null, null, null, "SUBMITTED", null, null, null)));
    assertThat(waiting).hasSizeGreaterThanOrEqualTo(2);
    DocumentNumbers numbers = demo.get(DocumentNumbers.class);
    List<NumberSeries> own = district.call(() -> numbers.listOwn(FilingReview.CERTIFICATE));
    assertThat(own).hasSize(1);
    assertThat(district.call(() -> numbers.continueAfter(own.getFirst(), 2026, 1)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(count("documents.series")).isEqualTo(9);
    assertThat(
            count(
                "documents.counter c join documents.series s on s.id = c.series_id where c.last <>"
                    + " (select count(*) from filings.filing f where f.number like s.word || '〔' ||"
                    + " c.year || '〕%')"))
        .isZero();
  }

  @Test
  void theEnterpriseHasAFiledSourceOneToMendAndItsPeople() {
    demo.actor("enterprise")
        .run(
            () -> {
              List<FilingRegister.Entry> own = demo.get(FilingRegister.class).list(Filter.all());
              assertThat(own).anyMatch(e -> e.standing().findFiled().isPresent());
              assertThat(own).anyMatch(e -> e.standing().findFiled().isEmpty());
              Parts parts =
                  demo.get(Structure.class).of(own.getFirst().standing().source().enterpriseId());
              assertThat(parts.workshops()).isNotEmpty();
              assertThat(parts.people()).hasSizeGreaterThan(3);
            });
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

  private static Loaded load(DemoContext context, LocalDate asOf, int enterprises) {
    return (Loaded)
        context.get(DemoCity.class).load(new Wish(Optional.of(asOf), enterprises), line -> {});
  }

  private long countOf(String category) {
    return count("enterprises.enterprise where categories @> array['" + category + "']");
  }

  private List<Enterprise> seenBy(String username) {
    return demo.actor(username)
        .call(() -> demo.get(Enterprises.class).list(EnterpriseFilter.all(), 0, 2 * CITY));
  }

  /** By inventory. */
  private Map<Long, List<StatedChemical>> chemicals() {
    Map<Long, List<StatedChemical>> chemicals = new HashMap<>();
    demo.all()
        .sql("select * from hazards.chemical order by inventory_id, position")
        .query(
            row -> {
              chemicals
                  .computeIfAbsent(row.getLong("inventory_id"), i -> new ArrayList<>())
                  .add(
                      new StatedChemical(
                          Optional.ofNullable(row.getString("cas")).orElse(""),
                          Optional.ofNullable(row.getString("name")).orElse(""),
                          Arrays.asList((String[]) row.getArray("categories").getArray()),
                          row.getString("q_t")));
            });
    return chemicals;
  }

  private long count(String table) {
    return count(demo.all(), table);
  }

  private static long count(JdbcClient jdbc, String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private static List<Map<String, Object>> rows(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query().listOfRows();
  }

  private static Set<String> passwords(Loaded loaded) {
    return loaded.accounts().stream().map(DemoAccount::password).collect(Collectors.toSet());
  }
}
