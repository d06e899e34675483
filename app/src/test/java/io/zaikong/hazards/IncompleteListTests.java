package io.zaikong.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.Eventually;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.hazards.Rulings.Renewal;
import io.zaikong.hazards.Rulings.State;
import io.zaikong.journal.Journal;
import io.zaikong.journal.JournalEntry;
import io.zaikong.org.Account;
import io.zaikong.shell.Role;
import io.zaikong.workbook.Opening.Opened;
import io.zaikong.workbook.WorkbookReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Units that cannot be judged are nowhere left out, and become judged or not by other rules. */
@AppTest
class IncompleteListTests {

  private static final String HERE = "370305";
  private static int number = 5_200;

  @Autowired ApplicationContext context;
  private TestCity city;
  private TestVisitor officer;
  private String token;

  @BeforeEach
  void anOfficer() {
    city = new TestCity(context);
    number++;
    Account account = city.person("open-" + number, HERE, Role.OFFICER);
    officer = new TestVisitor(city.url()).signedIn(account.username());
    token = city.token(account, "hazards:read", "figures:read");
  }

  /** Without a working temperature its category is open. */
  private long incomplete() {
    return declare(new StatedChemical("", "乙酸甲酯", List.of(), "900"));
  }

  private long declare(StatedChemical chemical) {
    return DeclaredSites.declare(city, DeclaredSites.site(++number, HERE + "001", 20, chemical));
  }

  private long figure(String name) {
    JsonNode figure = json("/api/v1/figures/" + name + "?division=" + HERE);
    JsonNode records = json(figure.get("records").stringValue());
    assertThat(figure.get("value").asLong()).isEqualTo(records.get("total").asLong());
    return figure.get("value").asLong();
  }

  private JsonNode json(String path) {
    HttpResponse<String> answer = officer.api(path, token);
    assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  @Test
  void itIsInEveryListAndCountedAsASourceButNeverAsMajor() {
    long sources = figure("hazards.sources");
    long major = figure("hazards.major");

    long unit = incomplete();

    assertThat(figure("hazards.sources")).isEqualTo(sources + 1);
    assertThat(figure("hazards.major")).isEqualTo(major);
    String name = "核定例" + number + "厂";
    for (String list :
        List.of(
            "/hazards/units?text=",
            "/hazards/units?grade=INCOMPLETE&text=",
            "/hazards/sources?text=",
            "/hazards/sources?grade=INCOMPLETE&text=",
            "/hazards/sources?state=INCOMPLETE&text=")) {
      assertThat(officer.get(list + name).body())
          .as(list)
          .contains("/hazards/units/" + unit, "待补全");
    }
    for (String list :
        List.of(
            "/hazards/units?grade=NOT_MAJOR&text=",
            "/hazards/units?grade=MAJOR&text=",
            "/hazards/sources?state=IN_USE&text=")) {
      assertThat(officer.get(list + name).body()).as(list).doesNotContain("/hazards/units/" + unit);
    }
    assertThat(officer.get("/hazards/sources.geojson?grade=INCOMPLETE").body())
        .contains("/hazards/units/" + unit, "待补全");
    assertThat(officer.get("/hazards/sources.geojson").body())
        .doesNotContain("/hazards/units/" + unit + "\"");
    assertThat(text(officer.download("/hazards/units/export?text=" + name).body(), "危险化学品单元"))
        .contains("待补全", "乙酸甲酯 缺工作温度");
    assertThat(text(officer.download("/hazards/sources/export?text=" + name).body(), "危险源台账"))
        .contains("待补全", "乙酸甲酯 缺工作温度");
  }

  @Test
  void aProgramIsToldTheStateAndWhatIsMissing() {
    long unit = incomplete();
    for (String list : List.of("/api/v1/units", "/api/v1/sources")) {
      JsonNode found = json(list + "?grade=INCOMPLETE&text=核定例" + number + "厂");
      JsonNode item = found.get("items").get(0);
      assertThat(item.get("id").asLong()).isEqualTo(unit);
      assertThat(item.get("state").stringValue()).isEqualTo("INCOMPLETE");
      assertThat(item.get("level").isNull()).isTrue();
      assertThat(item.get("missing").toString()).contains("乙酸甲酯", "WORKING_TEMPERATURE");
    }
    JsonNode one = json("/api/v1/units/" + unit);
    assertThat(one.get("worksheet").isNull()).isTrue();
    assertThat(one.get("incomplete").get("missing").toString()).contains("WORKING_TEMPERATURE");
  }

  @Test
  void worstFirstWhatIsNotKnownStandsBetweenTheMajorAndTheOthers() {
    long open = incomplete();
    long harmless = declare(new StatedChemical("7664-41-7", "氨", List.of(), "1"));
    long major = declare(new StatedChemical("7664-41-7", "氨", List.of(), "20"));
    List<Long> ids =
        city.asSystem(
            () ->
                city
                    .bean(Sources.class)
                    .list(SourceFilter.ofKind(SourceKind.HAZCHEM_UNIT), 0, 10_000)
                    .stream()
                    .map(HazardSource::id)
                    .toList());
    assertThat(ids.indexOf(major)).isLessThan(ids.indexOf(open));
    assertThat(ids.indexOf(open)).isLessThan(ids.indexOf(harmless));
  }

  private Renewal renewed() throws InterruptedException {
    city.asSystem(
        () ->
            city.bean(JdbcClient.class)
                .sql("update hazards.regrading set catalogue = '2020-01' where edition is not null")
                .update());
    context.getBean(Regrading.class).renew();
    Eventually.within(Duration.ofSeconds(20), () -> renewal().progress().state() != State.RUNNING);
    return renewal();
  }

  private Renewal renewal() {
    return city.asSystem(() -> city.bean(Rulings.class).findRenewal().orElseThrow());
  }

  private int sql(String statement, Object... parameters) {
    return city.asSystem(
        () -> city.bean(JdbcClient.class).sql(statement).params(parameters).update());
  }

  @Test
  void byOtherRulesEveryUnitIsGradedAnewAndEachResultKeepsItsEdition() throws InterruptedException {
    long unit = declare(new StatedChemical("7664-41-7", "氨", List.of(), "20"));
    long same = declare(new StatedChemical("7664-41-7", "氨", List.of(), "30"));
    sql(
        """
        with older as (
          insert into hazards.grading (unit_id, inventory_id, exposed_population, edition, graded_at, s, major, alpha,
            alpha_clause, r, level, terms)
          select unit_id, inventory_id, exposed_population, 'GB 18218-2009', graded_at, s, major, alpha, alpha_clause, r,
            level, terms from hazards.grading where unit_id = ? returning id, unit_id)
        update hazards.source u set grading_id = older.id from older where u.id = older.unit_id
        """,
        unit);

    Renewal renewal = renewed();

    assertThat(renewal.progress().state()).isEqualTo(State.DONE);
    assertThat(renewal.edition()).isEqualTo("GB 18218-2018");
    assertThat(renewal.progress().done()).isEqualTo(renewal.progress().total()).isPositive();
    List<Worksheet> sheets = city.asSystem(() -> city.bean(Units.class).listWorksheets(unit));
    assertThat(sheets.stream().map(Worksheet::edition))
        .containsExactly("GB 18218-2018", "GB 18218-2009", "GB 18218-2018");
    assertThat(city.asSystem(() -> city.bean(Units.class).listWorksheets(same))).hasSize(1);
    assertThat(
            city
                .asSystem(
                    () ->
                        city.bean(Journal.class)
                            .listFor("hazards.regrading", Long.toString(renewal.id()), 5))
                .stream()
                .map(JournalEntry::act))
        .containsExactly("hazards.regrade.rules");
    assertThat(officer.get("/hazards/rules").body()).contains("核对全部单元");
    long last = renewal.id();
    context.getBean(Regrading.class).renew();
    assertThat(renewal().id()).isEqualTo(last);
  }

  @Test
  void whatNoRuleIdentifiesAnyMoreLeavesTheUnitIncompleteWithAToDo() throws InterruptedException {
    long unit = declare(new StatedChemical("7664-41-7", "氨", List.of(), "20"));
    sql(
        """
        insert into hazards.chemical (inventory_id, position, name, q_t)
        select inventory_id, 1, '查无此物', 5 from hazards.source where id = ?
        """,
        unit);

    renewed();

    String page = officer.get("/hazards/incomplete/" + unit).body();
    assertThat(page).contains("待补全", "查无此物", "缺危险性类别", "历次结果");
    assertThat(
            city.asSystem(
                () ->
                    city.bean(JdbcClient.class)
                        .sql(
                            "select kind from notices.notice where subject_id = ? and ended_at is"
                                + " null order by kind")
                        .param(Long.toString(unit))
                        .query(String.class)
                        .list()))
        .containsExactly("hazards.incomplete", "hazards.level");
    assertThat(officer.get("/hazards/units/" + unit + "/change").body()).contains("待补全");
    // The same rules say the same again: nothing is written twice.
    renewed();
    assertThat(
            city.asSystem(
                () ->
                    city.bean(JdbcClient.class)
                        .sql("select count(*) from hazards.incomplete where unit_id = ?")
                        .param(unit)
                        .query(Long.class)
                        .single()))
        .isEqualTo(1);
  }

  private static String text(byte[] workbook, String sheet) {
    List<String> rows = new ArrayList<>();
    ((Opened) WorkbookReader.open(workbook))
        .workbook()
        .forEachRow(sheet, row -> rows.add(row.toString()));
    return rows.toString();
  }
}
