package io.zaikong.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.Eventually;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.hazards.Rulings.Ruling;
import io.zaikong.hazards.Rulings.State;
import io.zaikong.journal.Journal;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Role;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Rulings on β. Each test rules on a row of its own, which no other test's units have. */
@AppTest
class RulingTests {

  private static final String EDITION = "GB 18218-2018";
  private static int number = 500;

  @Autowired ApplicationContext context;
  private TestCity city;

  @BeforeEach
  void city() {
    city = new TestCity(context);
  }

  @Test
  void aRulingGradesEveryUnitWithTheSubstanceAnewWhereverItLies() throws InterruptedException {
    long inside = declare("370302001", "二氟化氧", "7783-41-7", "2");
    long outside = declare("370000", "二氟化氧", "7783-41-7", "2");
    long other = declare("370302001", "一氯化硫", "10025-67-9", "100");
    TestVisitor officer = visitor("370300", Role.OFFICER);
    assertThat(worksheets(inside).getFirst().level()).isEqualTo(4);

    HttpResponse<String> answer =
        officer.post(
            "/hazards/rules/2", "/hazards/rules/2", Map.of("beta", "50", "reason", "鉴定报告 <1> 号"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    Ruling ruling = done(2);
    assertThat(ruling.progress().total()).isEqualTo(2);
    assertThat(ruling.progress().changed()).isEqualTo(2);
    assertThat(ruling.progress().levelsChanged()).isEqualTo(2);
    for (long unit : List.of(inside, outside)) {
      List<Worksheet> sheets = worksheets(unit);
      assertThat(sheets).hasSize(2);
      assertThat(sheets.getFirst().level()).isEqualTo(2);
      assertThat(sheets.getFirst().r()).isEqualByComparingTo("50");
      assertThat(sheets.getLast().r()).isEqualByComparingTo("4");
      assertThat(sheets.getFirst().changesSince(sheets.getLast()))
          .singleElement()
          .satisfies(change -> assertThat(change.cause()).isEqualTo(Worksheet.Cause.BETA));
      assertThat(acts(unit)).containsExactly("source.level", "unit.grade", "unit.grade");
    }
    assertThat(worksheets(other)).hasSize(1);
    assertThat(officer.get("/hazards/units/" + inside).body())
        .contains("与上一次相比", "二氟化氧 β 4 → 50", "鉴定报告 &lt;1&gt; 号");
    assertThat(officer.get("/hazards/rules/2").body()).contains("现行", "含该物质的单元 2 个", "结果变化 2 个");
    assertThat(officer.get("/hazards/rules?text=二氟化氧").body()).contains("核定:鉴定报告 &lt;1&gt; 号");
  }

  @Test
  void aLaterRulingReplacesTheEarlierWhichStaysOnRecord() throws InterruptedException {
    declare("370302001", "一氯化硫", "10025-67-9", "100");
    TestVisitor officer = visitor("370300", Role.OFFICER);
    int row = row("一氯化硫");
    for (String beta : List.of("3", "2.5")) {
      officer.post(
          "/hazards/rules/" + row,
          "/hazards/rules/" + row,
          Map.of("beta", beta, "reason", "依据" + beta));
      done(row);
    }
    assertThat(officer.get("/hazards/rules/" + row).body())
        .contains("β = 2.5", "β = 3", "现行", "已被替代", "依据3");
    assertThat(rulings().edition().getBeta(row).value()).isEqualByComparingTo("2.5");
  }

  @Test
  void whoDoesNotSeeTheWholeCityIsRefused() {
    for (Actor actor :
        List.of(
            actor(account("370302", Role.OFFICER)),
            actor(account("370302001", Role.OFFICER)),
            actor(ofOneSector()))) {
      assertThat(actor.call(() -> rulings().rule(8, BigDecimal.TWO, "因为")))
          .isEqualTo(Outcome.refused("", "hazards.ruling.city"));
    }
    assertThat(rulings().list(EDITION, 8)).isEmpty();
    TestVisitor district = visitor("370302", Role.OFFICER);
    assertThat(district.get("/hazards/rules/8").body()).doesNotContain("name=\"beta\"");
    HttpResponse<String> answer =
        district.post("/hazards/rules/8", "/hazards/rules/8", Map.of("beta", "2", "reason", "因为"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("须由数据范围覆盖全市的监管人员作出");
  }

  @Test
  void onlyAnOfficerRules() {
    for (Role role : List.of(Role.CHIEF, Role.ENTERPRISE_SAFETY_MANAGER)) {
      TestVisitor visitor = visitor("370300", role);
      assertThat(visitor.get("/hazards/rules/8").body()).doesNotContain("name=\"beta\"");
      HttpResponse<String> answer =
          visitor.post("/hazards/rules/8", "/hazards/rules/8", Map.of("beta", "2", "reason", "因为"));
      assertThat(answer.statusCode()).isEqualTo(403);
    }
  }

  @Test
  void whatTable3FixesOrIsNoNumberIsRefusedBesideTheFieldAndNothingTypedIsLost() {
    TestVisitor officer = visitor("370300", Role.OFFICER);
    HttpResponse<String> fixed =
        officer.post("/hazards/rules/1", "/hazards/rules/1", Map.of("beta", "3", "reason", "因为"));
    assertThat(fixed.statusCode()).isEqualTo(422);
    for (String beta : List.of("", "x", "0", "-1", "1e9", "100.5", "0.0000001")) {
      HttpResponse<String> answer =
          officer.post(
              "/hazards/rules/8", "/hazards/rules/8", Map.of("beta", beta, "reason", "我的理由"));
      assertThat(answer.statusCode()).as(beta).isEqualTo(422);
      assertThat(answer.body()).contains("β 应大于 0", "我的理由");
    }
    HttpResponse<String> silent =
        officer.post("/hazards/rules/8", "/hazards/rules/8", Map.of("beta", "2", "reason", " "));
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(officer.get("/hazards/rules/9999").statusCode()).isEqualTo(404);
  }

  /** The declaration read the rulings before; the regrading waits until it has ended. */
  @Test
  void aUnitDeclaredWhileTheRulingIsMadeIsGradedByItToo() throws Exception {
    int row = row("硒化氢");
    Actor officer = actor(account("370300", Role.OFFICER));
    SiteDeclaration site = site("370302001", "硒化氢", "7783-07-5", "2");
    city.asSystem(
        () -> {
          city.bean(Declarations.class).declare(List.of(site), d -> {});
          Thread ruler =
              Thread.ofPlatform()
                  .start(() -> officer.run(() -> rulings().rule(row, BigDecimal.TEN, "因为")));
          try {
            ruler.join();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          assertThat(rulings().list(EDITION, row).getFirst().progress().state())
              .isEqualTo(State.RUNNING);
          return true;
        });
    assertThat(done(row).progress().changed()).isEqualTo(1);
    long unit = DeclaredSites.declare(city, site);
    assertThat(worksheets(unit).getFirst().terms().getFirst().beta()).isEqualTo("10");
  }

  @Test
  void aRegradingThatAStopCutOffGoesOnAtTheStart() throws InterruptedException {
    int row = row("锑化氢");
    long unit = declare("370302001", "锑化氢", "7803-52-3", "2");
    city.asSystem(
        () ->
            context
                .getBean(RulingStore.class)
                .insert(EDITION, row, BigDecimal.TEN, "因为", "某人", Instant.EPOCH));

    context.getBean(Regrading.class).resumeLeftovers();

    assertThat(done(row).progress().changed()).isEqualTo(1);
    assertThat(worksheets(unit)).hasSize(2);
  }

  private Ruling done(int row) throws InterruptedException {
    Eventually.within(
        Duration.ofSeconds(20), () -> rulings(row).getFirst().progress().state() == State.DONE);
    return rulings(row).getFirst();
  }

  private List<Ruling> rulings(int row) {
    return city.asSystem(() -> context.getBean(Rulings.class).list(EDITION, row));
  }

  private SystemRulings rulings() {
    return new SystemRulings();
  }

  /** As the actor of the thread, or as the system where nobody acts. */
  private final class SystemRulings {

    Outcome<Ruling> rule(int row, BigDecimal beta, String reason) {
      return context.getBean(Rulings.class).rule(row, beta, reason);
    }

    List<Ruling> list(String edition, int row) {
      return city.asSystem(() -> context.getBean(Rulings.class).list(edition, row));
    }

    io.zaikong.calc.hazard.Edition edition() {
      return city.asSystem(() -> context.getBean(Rulings.class).edition());
    }
  }

  private int row(String name) {
    return rulings().edition().tables().table1().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow()
        .no();
  }

  private long declare(String division, String name, String cas, String quantityT) {
    return DeclaredSites.declare(city, site(division, name, cas, quantityT));
  }

  private SiteDeclaration site(String division, String name, String cas, String quantityT) {
    number++;
    return DeclaredSites.site(
        number, division, 0, new StatedChemical(cas, name, List.of(), quantityT));
  }

  private List<Worksheet> worksheets(long unit) {
    return city.asSystem(() -> city.bean(Units.class).listWorksheets(unit));
  }

  private List<String> acts(long unit) {
    return city.asSystem(
        () ->
            city.bean(Journal.class).listFor("hazards.unit", Long.toString(unit), 10).stream()
                .map(e -> e.act())
                .toList());
  }

  private Account account(String division, Role role) {
    number++;
    return city.person("ruling-" + number, division, role);
  }

  private Account ofOneSector() {
    number++;
    DivisionCode whole = TestCity.CITY;
    return city.person(
        "ruling-" + number,
        whole,
        new ScopeGrant(
            0, whole, null, null, null, Set.of("METALLURGY"), LocalDate.of(2020, 1, 1), null),
        Role.OFFICER);
  }

  private Actor actor(Account account) {
    return city.asSystem(() -> city.bean(Accounts.class).actorOf(account, null, ""));
  }

  private TestVisitor visitor(String division, Role role) {
    return new TestVisitor(city.url()).signedIn(account(division, role).username());
  }
}
