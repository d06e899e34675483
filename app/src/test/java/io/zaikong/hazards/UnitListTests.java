package io.zaikong.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.Statements;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.hazards.SourceFilter.Grade;
import io.zaikong.hazards.SourceFilter.Sort;
import io.zaikong.hazards.web.RuleTables;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of units, and the catalogue of what they are judged by. */
@AppTest
class UnitListTests {

  private static final String TEXT = "核定例9";

  @Autowired ApplicationContext context;
  private TestCity city;

  @BeforeEach
  void someUnits() {
    city = new TestCity(context);
    for (int i = 0; i < 6; i++) {
      DeclaredSites.declare(
          city,
          DeclaredSites.site(
              900 + i,
              i % 2 == 0 ? "370302001" : "370303004",
              20,
              new StatedChemical("7664-41-7", "氨", List.of(), Integer.toString(1 + i * i * 30))));
    }
  }

  @Test
  void everyOrderCanBeTurned() {
    for (Sort sort : Sort.values()) {
      List<Long> forward = ids(filter(null, null, null, sort, false));
      List<Long> backward = new ArrayList<>(ids(filter(null, null, null, sort, true)));
      assertThat(forward).hasSize(6);
      assertThat(backward.reversed()).as(sort.name()).isEqualTo(forward);
    }
  }

  @Test
  void listAndCountAgreeOnEveryFilter() {
    for (Grade grade : Grade.values()) {
      SourceFilter filter = filter(grade, null, null, Sort.WORST, false);
      assertThat(count(filter)).isEqualTo(ids(filter).size());
    }
    LocalDate early = LocalDate.of(2000, 1, 1);
    assertThat(ids(filter(null, early, null, Sort.WORST, false))).hasSize(6);
    assertThat(ids(filter(null, null, early, Sort.WORST, false))).isEmpty();
  }

  @Test
  void theStandingResultBesideTheUnitIsTheOneOfItsLatestWorksheet() {
    for (long id : ids(filter(null, null, null, Sort.WORST, false))) {
      city.asSystem(
          () -> {
            HazardSource unit = city.bean(Units.class).find(id).orElseThrow();
            Worksheet sheet = city.bean(Units.class).listWorksheets(id).getFirst();
            assertThat(unit.s()).isEqualByComparingTo(sheet.s());
            assertThat(unit.r()).isEqualByComparingTo(sheet.r());
            assertThat(unit.level()).isEqualTo(sheet.level());
            assertThat(unit.judgedAt()).isEqualTo(sheet.gradedAt());
            return true;
          });
    }
  }

  @Test
  void thePagesTogetherAreTheWholeListWhicheverEndTheyAreReadFrom() {
    for (boolean reversed : List.of(false, true)) {
      SourceFilter filter = filter(null, null, null, Sort.WORST, reversed);
      List<Long> whole = ids(filter);
      for (int size = 1; size <= 7; size++) {
        List<Long> pages = new ArrayList<>();
        for (int offset = 0; offset < 8; offset += size) {
          pages.addAll(page(filter, offset, size));
        }
        assertThat(pages).as("pages of " + size).isEqualTo(whole);
      }
    }
  }

  private List<Long> page(SourceFilter filter, int offset, int limit) {
    return city.asSystem(
        () -> {
          var page = city.bean(Sources.class).page(filter, offset, limit);
          assertThat(page.total()).isEqualTo(6);
          return page.items().stream().map(HazardSource::id).toList();
        });
  }

  @Test
  void anEnterpriseThatMovesTakesItsUnitsAlong() {
    SiteDeclaration before =
        DeclaredSites.site(1820, "370302001", 20, new StatedChemical("", "氨", List.of(), "20"));
    SiteDeclaration after =
        DeclaredSites.site(1820, "370302002", 20, new StatedChemical("", "氨", List.of(), "20"));
    long unit = DeclaredSites.declare(city, before);
    city.asSystem(() -> city.bean(Enterprises.class).register(List.of(moved(before, after))));

    HazardSource found = city.asSystem(() -> city.bean(Units.class).find(unit).orElseThrow());
    assertThat(found.division()).isEqualTo(after.enterprise().division());
    long enterprise = found.enterpriseId();
    assertThat(count(of("370302001", enterprise))).isZero();
    assertThat(count(of("370302002", enterprise))).isEqualTo(1);
  }

  private static Enterprise moved(SiteDeclaration before, SiteDeclaration after) {
    Enterprise e = before.enterprise();
    return Enterprise.stated(
        e.creditCode(),
        e.name(),
        after.enterprise().division(),
        e.address(),
        e.position(),
        e.categories().iterator().next(),
        e.contacts().contact(),
        e.contacts().phone());
  }

  @Test
  void theListRunsThreeStatementsHoweverManyUnitsItShows() {
    String username = "list-statements";
    city.person(username, "370300", Role.OFFICER);
    TestVisitor visitor = new TestVisitor(city.url()).signedIn(username);
    visitor.get("/hazards/units");
    List<String> few = Statements.of(() -> visitor.get("/hazards/units?text=" + 906));
    List<String> many = Statements.of(() -> visitor.get("/hazards/units"));
    assertThat(own(many)).hasSize(3);
    assertThat(own(few)).hasSizeLessThanOrEqualTo(3);
  }

  private static List<String> own(List<String> statements) {
    return statements.stream()
        .filter(sql -> sql.contains("hazards.") || sql.contains("org.division"))
        .toList();
  }

  @Test
  void anExportIsReadSomeRowsAtATime() {
    List<Long> cursors = new ArrayList<>();
    city.asSystem(
        () -> {
          city.bean(Sources.class)
              .export(
                  SourceFilter.ofKind(SourceKind.HAZCHEM_UNIT),
                  100,
                  unit ->
                      cursors.add(
                          city.bean(JdbcClient.class)
                              .sql(
                                  "select count(*) from pg_cursors where statement like"
                                      + " '%ordinality%'")
                              .query(Long.class)
                              .single()));
          return true;
        });
    assertThat(cursors).hasSizeGreaterThanOrEqualTo(6).containsOnly(1L);
  }

  @Test
  void theCatalogueHoldsEveryRowOfTheEdition() {
    Edition edition = Edition.gb18218Of2018();
    List<RuleTables.Section> all = RuleTables.of(edition, Locale.SIMPLIFIED_CHINESE, "", false);
    assertThat(all.stream().map(s -> s.rows().size()))
        .containsExactly(
            edition.tables().table1().size(),
            edition.tables().table2().size(),
            edition.tables().table3().size(),
            edition.tables().table4().size(),
            edition.tables().table5().size(),
            edition.tables().table6().size());
    assertThat(all)
        .flatExtracting(RuleTables.Section::rows)
        .allSatisfy(row -> assertThat(row.clause()).startsWith("4."));
    List<RuleTables.Section> unverified =
        RuleTables.of(edition, Locale.SIMPLIFIED_CHINESE, "", true);
    assertThat(unverified.getFirst().rows()).isNotEmpty().noneMatch(RuleTables.Row::verified);
    assertThat(RuleTables.of(edition, Locale.SIMPLIFIED_CHINESE, "7664-41-7", false))
        .flatExtracting(RuleTables.Section::rows)
        .hasSize(2);
  }

  private static SourceFilter filter(
      @Nullable Grade grade,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Sort sort,
      boolean reversed) {
    return new SourceFilter(
        null,
        SourceKind.HAZCHEM_UNIT,
        null,
        grade,
        null,
        null,
        null,
        TEXT,
        from,
        to,
        sort,
        reversed);
  }

  private static SourceFilter of(String division, long enterprise) {
    return new SourceFilter(
        new DivisionCode(division),
        null,
        null,
        null,
        null,
        null,
        enterprise,
        null,
        null,
        null,
        Sort.WORST,
        false);
  }

  private List<Long> ids(SourceFilter filter) {
    return city.asSystem(
        () ->
            city.bean(Sources.class).list(filter, 0, 100).stream().map(HazardSource::id).toList());
  }

  private long count(SourceFilter filter) {
    return city.asSystem(() -> city.bean(Sources.class).count(filter));
  }
}
