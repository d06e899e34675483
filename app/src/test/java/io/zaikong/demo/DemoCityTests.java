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
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.SiteDeclaration;
import io.zaikong.hazards.UnitKind;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Scope;
import io.zaikong.shell.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the demonstration city consists of, and how it is loaded. */
@ExtendWith(LoadedCity.Provider.class)
class DemoCityTests {

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
  private static final int SMALL = 1_000;

  private final LoadedCity city;

  DemoCityTests(LoadedCity city) {
    this.city = city;
  }

  @Test
  void anotherInstallationGetsTheSamePlantsWhateverItsSizeAndDay() {
    try (DemoContext other = new DemoContext("demo_other")) {
      Loaded again = LoadedCity.load(other, LoadedCity.AS_OF.minusYears(1), SMALL);
      assertThat(again.summary().enterprises()).isEqualTo(SMALL);
      assertThat(LoadedCity.rows(other.all(), UNITS + DECLARED))
          .isEqualTo(city.rows(UNITS + DECLARED));
      Set<String> passwords = passwords(again);
      assertThat(passwords).hasSize(DemoAccounts.USERNAMES.size());
      assertThat(passwords).doesNotContainAnyElementsOf(passwords(city.loaded()));
    }
  }

  @Test
  void whatHappenedToEnterprisesHappenedBeforeTheDayOfTheCity() {
    assertThat(
            city.count(
                "enterprises.enterprise where state not in ('OPERATING', 'BUILDING')"
                    + " and state_since < '2026-11-24' and state_reason <> ''"))
        .isPositive()
        .isEqualTo(
            city.count("enterprises.enterprise where state not in ('OPERATING', 'BUILDING')"));
  }

  @Test
  void theCityHasTheNumbersOfTheSpeech() {
    assertThat(city.count("enterprises.enterprise")).isEqualTo(LoadedCity.ENTERPRISES);
    assertThat(countOf("HAZCHEM_PRODUCTION")).isEqualTo(462);
    assertThat(countOf("NON_COAL_MINE")).isEqualTo(372);
    assertThat(countOf("FIREWORKS_WHOLESALE")).isEqualTo(9);
    assertThat(countOf("FIREWORKS_RETAIL")).isEqualTo(66);
    for (Category category : Category.values()) {
      if (category != Category.FIREWORKS_OTHER) {
        assertThat(countOf(category.name())).as(category.chinese()).isPositive();
      }
    }
    assertThat(city.count("hazards.source")).isEqualTo(3782);
    assertThat(city.count("hazards.source where kind = 'HAZCHEM_UNIT'")).isEqualTo(3105);
    assertThat(
            city.count(
                "hazards.source where kind = 'TAILINGS_POND' and pond_class is not null"
                    + " and facts_id is not null"))
        .isEqualTo(42);
    assertThat(city.count("hazards.designation where year = 2026 and withdrawn_at is null"))
        .isEqualTo(300);
    assertThat(
            city.count(
                "(select distinct enterprise_id from hazards.source) as those_of_the_census"))
        .isBetween(600L, 699L);
    assertThat(city.count(MAJOR)).isEqualTo(city.loaded().summary().major()).isEqualTo(287);
  }

  @Test
  void aChemicalMoreMovesTheNumberOfMajorSources() {
    TransactionTemplate undone =
        new TransactionTemplate(city.demo().get(PlatformTransactionManager.class));
    Actor.system("test", Scope.everywhere())
        .run(
            () ->
                undone.executeWithoutResult(
                    status -> {
                      status.setRollbackOnly();
                      city.demo()
                          .get(Declarations.class)
                          .declare(List.of(withChlorine()), done -> {});
                      assertThat(LoadedCity.count(city.demo().get(JdbcClient.class), MAJOR))
                          .isEqualTo(288);
                    }));
  }

  /** A unit that is not major, as it was declared, with 60 t of chlorine besides. */
  private SiteDeclaration withChlorine() {
    Map<Long, List<StatedChemical>> declared = chemicals();
    return city.demo()
        .all()
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
                  city.demo().get(Enterprises.class).find(row.getLong("id")).orElseThrow(),
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
    List<Map<String, Object>> before = city.rows(UNITS + DECLARED);
    long entries = city.count("journal.entry");
    assertThat(
            city.demo()
                .get(DemoCity.class)
                .load(
                    new Wish(Optional.of(LoadedCity.AS_OF.plusDays(9)), LoadedCity.ENTERPRISES),
                    line -> {}))
        .isEqualTo(new Present(LoadedCity.AS_OF));
    assertThat(city.rows(UNITS + DECLARED)).isEqualTo(before);
    assertThat(city.count("journal.entry")).isEqualTo(entries);
    assertThat(city.count("org.account")).isEqualTo(DemoAccounts.USERNAMES.size());
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
      assertThat(
              used.get(DemoCity.class)
                  .load(new Wish(Optional.of(LoadedCity.AS_OF), SMALL), line -> {}))
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
        city.demo()
            .actor("officer")
            .call(() -> city.demo().get(Settings.class).find(DemoCity.AS_OF));
    assertThat(kept).contains("2026-11-24");
  }

  @Test
  void mostUnitsAreNotMajorAndMostMajorOnesAreOfTheLowerLevels() {
    Map<String, Long> levels =
        city.rows(UNITS + DECLARED).stream()
            .filter(r -> "HAZCHEM_UNIT".equals(r.get("kind")))
            .collect(
                Collectors.groupingBy(r -> String.valueOf(r.get("level")), Collectors.counting()));
    assertThat(levels).isEqualTo(Map.of("1", 20L, "2", 45L, "3", 110L, "4", 112L, "null", 2818L));
  }

  @Test
  void everyDistrictHasEnterprisesWithPositionsInTheCity() {
    List<Map<String, Object>> enterprises =
        city.rows(
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
    Edition edition = Edition.findInForceOn(LoadedCity.AS_OF).orElseThrow();
    Map<Long, List<StatedChemical>> chemicals = chemicals();
    city.demo()
        .all()
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

  private long countOf(String category) {
    return city.count("enterprises.enterprise where categories @> array['" + category + "']");
  }

  /** By inventory. */
  private Map<Long, List<StatedChemical>> chemicals() {
    Map<Long, List<StatedChemical>> chemicals = new HashMap<>();
    city.demo()
        .all()
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

  private static Set<String> passwords(Loaded loaded) {
    return loaded.accounts().stream().map(DemoAccount::password).collect(Collectors.toSet());
  }
}
