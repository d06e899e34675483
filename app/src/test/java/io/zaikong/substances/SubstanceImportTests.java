package io.zaikong.substances;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.Eventually;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.SiteDeclaration;
import io.zaikong.hazards.UnitKind;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Role;
import io.zaikong.shell.Scope;
import io.zaikong.workbook.Opening;
import io.zaikong.workbook.SheetWriter;
import io.zaikong.workbook.WorkbookReader;
import io.zaikong.workbook.WorkbookWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The catalogue by workbook, over HTTP against the real application and database. */
@AppTest
class SubstanceImportTests {

  private static final String PAGE = "/imports/substances";
  private static int people;

  @Autowired ApplicationContext context;
  private TestCity city;
  private TestVisitor officer;

  @BeforeEach
  void signIn() {
    city = new TestCity(context);
    officer = visitor("370300", Role.OFFICER);
  }

  @Test
  void theExportImportedAgainChangesNothing() throws IOException {
    String check = check(officer.download("/substances/export").body());
    assertThat(check).containsPattern("可导入 0 种.*没有变化 2,\\d{3} 种；错误 0 处");
  }

  @Test
  void theSampleCanBeImportedAsItIsAndTheTemplateIsEmpty() throws IOException {
    assertThat(check(officer.download(PAGE + "/sample.xlsx").body()))
        .contains("有物质 4 种；可导入 4 种，其中新增 4 种、修改 0 种", "错误 0 处");
    assertThat(check(officer.download(PAGE + "/template.xlsx").body())).contains("工作簿中没有物质");
  }

  @Test
  void aRowThatDiffersBecomesANewVersionAndOneThatDoesNotMakesNone() throws Exception {
    SubstanceVersion acetone = find("137");
    SubstanceVersion ether = find("2625");
    byte[] book =
        book(
            row(
                "序号",
                "137",
                "名称",
                acetone.entry().facts().name(),
                "沸点(℃)",
                new BigDecimal("56.05"),
                "来源",
                "复核单 2026-3",
                "核实情况",
                "已核实",
                "修改理由",
                "按SDS复核",
                "版本",
                acetone.version()),
            row("序号", "2625", "名称", ether.entry().facts().name(), "修改理由", "没有改"));
    assertThat(check(book))
        .contains(
            "全部有变更的 1 条",
            "沸点(℃)："
                + acetone.entry().facts().boilingC().map(BigDecimal::toPlainString).orElse("—")
                + " → 56.05")
        .contains("核实情况：有出处 → 已核实", "不变", "物态：液体");
    importNow(book, "已导入 1 种：新增 0 种，修改 1 种");
    SubstanceVersion after = find("137");
    assertThat(after.version()).isEqualTo(acetone.version() + 1);
    assertThat(after.entry().facts().boilingC()).contains(new BigDecimal("56.05"));
    assertThat(after.entry().source()).isEqualTo("复核单 2026-3");
    assertThat(after.confidence()).isEqualTo(SubstanceConfidence.CONFIRMED);
    assertThat(after.reason()).isEqualTo("按SDS复核");
    assertThat(after.entry().aliases()).isEqualTo(acetone.entry().aliases());
    assertThat(find("2625")).isEqualTo(ether);
    assertThat(city.asSystem(() -> city.bean(Substances.class).listVersions("137")).getLast())
        .isEqualTo(acetone);
    assertThat(check(book)).contains("没有变化 2 种");
  }

  @Test
  void whatIsWrongIsSaidByRowAndColumnAndTheRestCanBeTakenIn() throws Exception {
    byte[] book =
        book(
            row("序号", "ZZ9", "名称", "没有的序号"),
            row("序号", "2638", "名称", "完全另一种", "CAS号", "64-17-5", "修改理由", "错行"),
            row("序号", "903", "名称", "过氧化氢", "沸点(℃)", "七十七", "修改理由", "x"),
            row("名称", "导入例甲", "危险性类别", "易燃液体,类别9", "来源", "SDS", "修改理由", "x"),
            row("名称", "导入例乙", "物态", "液态", "来源", "SDS", "修改理由", "x"),
            row("名称", "导入例丙", "来源", "SDS"),
            row("名称", "导入例丁", "CAS号", java.time.LocalDate.of(1975, 1, 4), "来源", "SDS"),
            row("名称", "导入例戊", "CAS号", "79-20-9", "来源", "SDS", "修改理由", "x"),
            row("名称", "导入例己", "来源", "SDS", "修改理由", "x"),
            row("名称", "导入例己", "来源", "SDS", "修改理由", "x"),
            row("名称", "导入例庚", "修改理由", "x"),
            row("序号", "2638", "名称", "乙酸甲酯", "沸点(℃)", 57, "修改理由", "x", "版本", 99));
    HttpResponse<String> uploaded = officer.upload(PAGE, PAGE, "s.xlsx", book);
    String check = officer.get(path(uploaded)).body();
    assertThat(check)
        .contains(
            "可导入 1 种",
            "目录中没有序号 ZZ9",
            "序号 2638 是“乙酸甲酯”",
            "应为-273.15到6000之间的数字",
            "不是已知的危险性类别",
            "应为：固体、气体、气溶胶、液体",
            "请写明修改理由",
            "被 Excel 当作日期",
            "目录中已有此 CAS 号，序号为：2638",
            "与第 10 行是同一种物质",
            "与第 3 行是同一种物质");
    byte[] list = officer.download(path(uploaded) + "/errors.xlsx").body();
    List<String> places = new ArrayList<>();
    ((Opening.Opened) WorkbookReader.open(list))
        .workbook()
        .forEachRow("错误清单", r -> places.add(r.cell(1).text() + r.cell(2).text()));
    assertThat(places).contains("2序号", "4沸点(℃)", "5危险性类别", "6物态", "7修改理由", "8CAS号", "12来源");
    officer.post(path(uploaded), path(uploaded) + "/import", Map.of("mode", "GOOD_ROWS"));
    Eventually.within(
        Duration.ofSeconds(30),
        () -> officer.get(path(uploaded)).body().contains("已导入 1 种：新增 1 种"));
  }

  @Test
  void aUnitThatContainsAnImportedSubstanceIsGradedAnew() throws Exception {
    Enterprise plant =
        Enterprise.stated(
            CreditCode.completing("91370303MAFTX0001"),
            "物质导入例厂",
            new DivisionCode("370303102"),
            "示例路1号",
            null,
            Category.HAZCHEM_PRODUCTION,
            "",
            "");
    var unit =
        SiteDeclaration.Unit.of(
            "罐区", UnitKind.STORAGE, List.of(new StatedChemical("", "导入剧毒气", List.of(), "500")));
    importNow(
        book(row("名称", "导入剧毒气", "危险性类别", "易燃液体,类别2", "来源", "SDS", "修改理由", "企业申报的新物质")),
        "已导入 1 种：新增 1 种");
    city.asSystem(
        () -> {
          var site = new SiteDeclaration(plant, 0, "示例", List.of(unit));
          city.bean(Declarations.class).declare(List.of(site), done -> {});
          return true;
        });
    importNow(
        book(
            row(
                "名称",
                "导入剧毒气",
                "危险性类别",
                "急性毒性-吸入,类别1",
                "物态",
                "气体",
                "沸点(℃)",
                -30,
                "剧毒",
                "是",
                "修改理由",
                "鉴定报告")),
        "已导入 1 种：新增 0 种，修改 1 种");
    Eventually.within(
        Duration.ofSeconds(60),
        () ->
            city.asSystem(
                () ->
                    city.bean(JdbcClient.class)
                            .sql(
                                """
                                select coalesce(sum(r.units_changed), 0) from hazards.regrading r
                                join substances.standing s on s.number = r.substance_number and s.version = r.substance_version
                                where s.name = '导入剧毒气' and s.version = 2 and r.ended_at is not null
                                """)
                            .query(Integer.class)
                            .single()
                        == 1));
  }

  @Test
  void onlyAnOfficerOfTheCityImportsIt() {
    assertThat(visitor("370302", Role.OFFICER).get(PAGE).statusCode()).isEqualTo(404);
    assertThat(visitor("370300", Role.CHIEF).get(PAGE).statusCode()).isEqualTo(403);
    assertThat(visitor("370302", Role.OFFICER).get("/substances").body()).doesNotContain(PAGE);
  }

  @Test
  void aChangeOfEveryRowIsTakenInWithAVersionEach() throws IOException {
    List<SubstanceVersion> standing =
        city.asSystem(() -> city.bean(SubstanceStore.class).listStanding());
    @Nullable Object[][] rows =
        standing.stream()
            .map(
                s ->
                    row("序号", s.number(), "名称", s.entry().facts().name(), "备注", "复核", "修改理由", "复核"))
            .toArray(Object[][]::new);
    byte[] book = book(rows);
    DivisionCode home = new DivisionCode("370300");
    Actor keeper =
        new Actor(7, "officer", "officer", home, Set.of(Role.OFFICER), Scope.of(home), null, "");
    AtomicInteger steps = new AtomicInteger();
    keeper.run(
        () ->
            new TransactionTemplate(city.bean(PlatformTransactionManager.class))
                .executeWithoutResult(
                    status -> {
                      var workbook = ((Opening.Opened) WorkbookReader.open(book)).workbook();
                      var done =
                          city.bean(SubstanceImport.class)
                              .check(workbook)
                              .taking()
                              .importNow(steps::set);
                      assertThat(done.getFirst().value()).isEqualTo(standing.size());
                      // the other tests keep their catalogue
                      status.setRollbackOnly();
                    }));
    assertThat(steps).hasValue(standing.size());
  }

  private static @Nullable Object[] row(Object... titlesAndValues) {
    @Nullable Object[] row = new @Nullable Object[SubstanceColumn.values().length];
    for (int i = 0; i < titlesAndValues.length; i += 2) {
      for (SubstanceColumn column : SubstanceColumn.values()) {
        if (column.title().equals(titlesAndValues[i])) {
          row[column.ordinal()] = titlesAndValues[i + 1];
        }
      }
    }
    return row;
  }

  private static byte[] book(@Nullable Object[]... rows) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var book = new WorkbookWriter(out);
        SheetWriter sheet = book.sheet(SubstanceWorkbook.SHEET, SubstanceWorkbook.COLUMNS, 0)) {
      for (@Nullable Object[] row : rows) {
        sheet.row(row);
      }
    }
    return out.toByteArray();
  }

  private String check(byte[] book) {
    return officer.get(path(officer.upload(PAGE, PAGE, "s.xlsx", book))).body();
  }

  private void importNow(byte[] book, String result) throws Exception {
    String page = path(officer.upload(PAGE, PAGE, "s.xlsx", book));
    officer.post(page, page + "/import", Map.of("mode", "ALL_OR_NOTHING"));
    Eventually.within(Duration.ofSeconds(30), () -> officer.get(page).body().contains(result));
  }

  private static String path(HttpResponse<String> redirect) {
    assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(302);
    return URI.create(redirect.headers().firstValue("Location").orElseThrow()).getPath();
  }

  private SubstanceVersion find(String number) {
    return city.asSystem(() -> city.bean(Substances.class).find(number)).orElseThrow();
  }

  private TestVisitor visitor(String division, Role role) {
    String username = "substance-import-" + ++people;
    city.person(username, division, role);
    return new TestVisitor(city.url()).signedIn(username);
  }
}
