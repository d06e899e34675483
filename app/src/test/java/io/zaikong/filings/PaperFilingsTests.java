package io.zaikong.filings;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.Eventually;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.filings.FilingRegister.Entry;
import io.zaikong.kit.CreditCode;
import io.zaikong.shell.Role;
import io.zaikong.workbook.SheetWriter;
import io.zaikong.workbook.WorkbookWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Filings on paper, taken over from their certificates one by one and by workbook, over HTTP. */
@AppTest
class PaperFilingsTests {

  private static final byte[] SCAN = "%PDF-1.4 scan".getBytes(StandardCharsets.UTF_8);

  @Autowired ApplicationContext context;
  private FilingCase one;
  private LocalDate filedOn;

  @BeforeEach
  void aSource() {
    one = new FilingCase(new TestCity(context));
    filedOn = one.today().minusDays(400);
  }

  private Map<String, String> paper(String number) {
    return new HashMap<>(
        Map.of(
            "number",
            number,
            "agency",
            "博山区安全生产监督管理局",
            "filedOn",
            filedOn.toString(),
            "certifiedOn",
            filedOn.plusDays(1).toString(),
            "assessedOn",
            filedOn.minusDays(9).toString(),
            "level",
            "2",
            "quantitativeDone",
            "yes"));
  }

  private HttpResponse<String> take(TestVisitor who, Map<String, String> fields, byte[] scan) {
    String query =
        fields.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return who.upload(one.page(), one.page() + "/paper?" + query, "原证.pdf", scan);
  }

  private String take(Map<String, String> fields) {
    return FilingCase.location(take(one.officer, fields, SCAN));
  }

  private Entry entry() {
    return one.city.asSystem(
        () -> one.city.bean(FilingRegister.class).find(one.source).orElseThrow());
  }

  private List<String> states() {
    return one.city.asSystem(
        () ->
            one.city.bean(Filings.class).listOf(one.source).stream()
                .map(f -> f.version() + " " + f.state().name())
                .toList());
  }

  private String number(String words) {
    return words + "〔" + filedOn.getYear() + "〕" + one.number + "号";
  }

  @Test
  void theCertificateShowsAndWhatFallsDueFollowsFromItsDays() {
    assertThat(one.officer.get(one.page()).body()).contains("补录纸质备案");
    assertThat(one.officer.get(one.page() + "/paper").body()).contains("原备案编号", "定量风险评价");
    String filing = take(paper(number("（博）安监备")));
    String body = one.enterprise.get(filing).body();
    assertThat(body)
        .contains(number("（博）安监备"), "博山区安全生产监督管理局", "已备案", "补录（纸质备案）", "原证.pdf")
        .doesNotContain("certificate.docx", "上传扫描件");
    assertThat(one.enterprise.get(filing + "/certificate.docx").statusCode()).isEqualTo(404);
    assertThat(entry().lacks()).extracting(Lack::kind).containsOnly(Lack.Kind.NO_ACCOUNTABLE);
    LocalDate renewal = filedOn.minusDays(9).plusYears(3);
    List<Lack> later =
        one.city
            .asSystem(
                () ->
                    one.city
                        .bean(FilingRegister.class)
                        .find(one.source, renewal.plusDays(1))
                        .orElseThrow())
            .lacks();
    assertThat(later)
        .filteredOn(l -> l.kind() == Lack.Kind.ASSESSMENT_EXPIRED)
        .singleElement()
        .matches(l -> l.findDue().orElseThrow().day().equals(renewal));
    assertThat(one.visitor("370305", Role.OFFICER).get(filing).statusCode()).isEqualTo(404);
  }

  @Test
  void aNumberOfTheOwnSeriesIsNotGivenAgain() {
    one.series("filings.filing");
    String word =
        one.city.asSystem(
            () ->
                one.city
                    .bean(JdbcClient.class)
                    .sql("select word from documents.series order by id desc limit 1")
                    .query(String.class)
                    .single());
    filedOn = one.today();
    Map<String, String> typed =
        paper(word.replace('（', '(').replace('）', ')') + "[" + filedOn.getYear() + "]第017号");
    typed.put("certifiedOn", filedOn.toString());
    typed.put("assessedOn", filedOn.minusDays(30).toString());
    take(typed);
    one.assess(filedOn, true);
    String filing = one.begin();
    one.provide(filing, 2, 3, 4, 5, 6, 7, 9, 10);
    one.act(one.enterprise, filing, "submit", Map.of());
    one.act(one.officer, filing, "accept", Map.of());
    String series =
        FilingCase.find("<option value=\"(\\d+)\">[^<]*" + word, one.officer.get(filing).body());
    one.act(one.officer, filing, "file", Map.of("series", series));
    assertThat(one.officer.get(filing).body()).contains(word + "〔" + filedOn.getYear() + "〕18号");
    assertThat(states()).containsExactly("2 FILED", "1 SUPERSEDED");
  }

  @Test
  void theAdministratorSaysAfterWhichNumberOnPaperASeriesGoesOn() {
    String series = one.series("filings.filing");
    TestVisitor admin = one.admin();
    String page = "/settings/documents";
    assertThat(admin.post(page, page + "/continue", Map.of("series", series, "last", "多")).body())
        .contains("请填写 1 至 999999 的整数");
    assertThat(
            admin
                .post(page, page + "/continue", Map.of("series", series, "last", "31"))
                .statusCode())
        .isEqualTo(302);
    assertThat(admin.post(page, page + "/continue", Map.of("series", series, "last", "30")).body())
        .contains("不能这样续编");
    String filing = one.ready();
    one.act(one.enterprise, filing, "submit", Map.of());
    one.act(one.officer, filing, "accept", Map.of());
    one.act(one.officer, filing, "file", Map.of("series", series));
    assertThat(one.officer.get(filing).body()).contains("〕32号");
    assertThat(admin.post(page, page + "/continue", Map.of("series", series, "last", "99")).body())
        .contains("不能这样续编");
    TestVisitor other = one.visitor("370305", Role.SYSTEM_ADMINISTRATOR);
    assertThat(
            other
                .post(page, page + "/continue", Map.of("series", series, "last", "99"))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatCannotBeIsRefusedBesideItsFieldWithTheClauseAndNothingTypedIsLost() {
    Map<String, String> late = paper(number("错"));
    late.put("assessedOn", filedOn.plusDays(1).toString());
    HttpResponse<String> answer = take(one.officer, late, SCAN);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("assessedOn-error", "40号令第二十三条", "评估完成后才能备案", number("错"), "博山区安全生产监督管理局");
    for (String field :
        List.of("number", "agency", "filedOn", "certifiedOn", "assessedOn", "level")) {
      Map<String, String> typed = paper(number("错"));
      typed.put(field, "");
      assertThat(take(one.officer, typed, SCAN).body()).contains("id=\"" + field + "-error\"");
    }
    assertThat(
            take(one.officer, paper(number("错")), "<script>".getBytes(StandardCharsets.UTF_8))
                .body())
        .contains("file-error");
    assertThat(take(one.officer, paper(number("错")), "文字".getBytes(StandardCharsets.UTF_8)).body())
        .contains("file-error");
    assertThat(take(one.visitor("370300", Role.OFFICER), paper(number("错")), SCAN).body())
        .contains("40号令第二十三条", "由县级（区县）应急管理部门受理");
    assertThat(take(one.enterprise, paper(number("错")), SCAN).statusCode()).isEqualTo(403);
    assertThat(states()).isEmpty();
    take(paper(number("对")));
    filedOn = filedOn.plusDays(100);
    assertThat(
            take(
                    one.officer,
                    paper(
                        one.number
                            + "对〔"
                            + filedOn.minusDays(100).getYear()
                            + "〕"
                            + one.number
                            + "号"),
                    SCAN)
                .statusCode())
        .isEqualTo(302);
    assertThat(take(one.officer, paper(number("同日")), SCAN).body()).contains("filedOn-error");
    filedOn = filedOn.plusDays(1);
    assertThat(
            take(
                    one.officer,
                    paper(
                        one.number
                            + "对〔"
                            + filedOn.minusDays(101).getYear()
                            + "〕"
                            + one.number
                            + "号"),
                    SCAN)
                .body())
        .contains("number-error");
  }

  @Test
  void laterOnesSupersedeAndWhatIsOnItsWayComesAfterThem() {
    take(paper(number("初")));
    String draft = one.begin();
    filedOn = filedOn.plusDays(200);
    Map<String, String> second = paper(number("续"));
    second.put("level", "3");
    take(second);
    assertThat(states()).containsExactly("3 DRAFT", "2 FILED", "1 SUPERSEDED");
    assertThat(entry().lacks()).extracting(Lack::kind).contains(Lack.Kind.LEVEL_CHANGED);
    assertThat(one.enterprise.get(draft).body()).contains("第 3 版");
  }

  @Test
  void whatCannotBeJudgedTodayKeepsTheDutiesOfItsPaper() {
    one.declareIncomplete();
    take(paper(number("缺")));
    assertThat(entry().standing().isBound()).isTrue();
    assertThat(entry().lacks())
        .extracting(Lack::kind)
        .containsExactlyInAnyOrder(Lack.Kind.INCOMPLETE, Lack.Kind.NO_ACCOUNTABLE);
  }

  @Test
  void aWorkbookIsCheckedByRowAndColumnAndTakenOverAndScansFollow() throws InterruptedException {
    String code = CreditCode.completing("91370304%09d".formatted(7000 + one.number)).value();
    LocalDate second = filedOn.plusDays(300);
    byte[] workbook =
        workbook(
            row(code, "液氯罐区", number("册续"), second, second.minusDays(20), "二级", "已做"),
            row(code, "液氯罐区", number("册初"), filedOn, filedOn.minusDays(9), "二级", "已做"),
            row(code, "没有的罐区", number("册"), filedOn, filedOn.minusDays(9), "二级", null),
            row(code, "液氯罐区", number("册续"), second.plusDays(1), second, "二级", "已做"),
            row(code, "液氯罐区", number("册后"), second, second.plusDays(1), "五级", "已做"),
            row(
                CreditCode.completing("91370305MADEM9999").value(),
                "罐区",
                "外",
                filedOn,
                filedOn,
                "一级",
                null));
    String page =
        FilingCase.location(
            one.officer.upload("/imports/filings", "/imports/filings", "备案.xlsx", workbook));
    assertThat(one.officer.get(page).body())
        .contains("6 行，可导入 2 件；错误 4 处", "没有这个名称", "已用于另一件备案", "不在可选范围内", "没有登记这个代码的企业");
    assertThat(states()).isEmpty();
    one.officer.post(page, page + "/import", Map.of("mode", "GOOD_ROWS"));
    Eventually.within(
        Duration.ofSeconds(30), () -> one.officer.get(page).body().contains("已补录 2 件备案"));
    assertThat(states()).containsExactly("2 FILED", "1 SUPERSEDED");

    String filing = "/filings/" + entry().standing().findFiled().orElseThrow().id();
    assertThat(one.officer.get(filing).body()).contains("缺扫描件", number("册续"));
    one.officer.upload(
        filing,
        filing + "/scans",
        "原证.png",
        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    assertThat(one.enterprise.get(filing).body()).contains("原证.png").doesNotContain("缺扫描件");
    assertThat(one.enterprise.upload(filing, filing + "/scans", "假.pdf", SCAN).statusCode())
        .isEqualTo(403);
    assertThat(one.visitor("370300", Role.OFFICER).get("/imports/filings").statusCode())
        .isEqualTo(404);
  }

  private static @Nullable Object[] row(
      String code,
      String source,
      String number,
      LocalDate filed,
      LocalDate assessed,
      String level,
      @Nullable String quantitative) {
    return new @Nullable Object[] {
      code, source, number, "博山区应急管理局", filed, filed, assessed, level, quantitative
    };
  }

  private static byte[] workbook(@Nullable Object[]... rows) {
    var out = new ByteArrayOutputStream();
    try (var book = new WorkbookWriter(out)) {
      try (SheetWriter sheet = book.sheet(PaperColumns.SHEET, PaperColumns.COLUMNS, 0)) {
        for (@Nullable Object[] row : Arrays.asList(rows)) {
          sheet.row(row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
