package io.zaikong.filings;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.org.Account;
import io.zaikong.shell.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A filing from draft to certificate, its update and its cancellation, over HTTP. */
@AppTest
class FilingProcessTests {

  @Autowired ApplicationContext context;
  private FilingCase one;

  @BeforeEach
  void aSource() {
    one = new FilingCase(new TestCity(context));
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }

  @Test
  void anEnterpriseSubmitsTheDistrictFilesAndTheCertificateIsIssued() throws IOException {
    assertThat(one.enterprise.get(one.page()).body())
        .contains("未进行安全评估", "40号令第九条（一）", "未明确包保责任人：主要负责人、技术负责人、操作负责人");
    String filing = one.begin();
    assertThat(one.act(one.enterprise, filing, "submit", Map.of()).body())
        .contains("尚未登记安全评估", "40号令第八条");
    assertThat(one.assess(one.today().minusDays(1), false).statusCode()).isEqualTo(302);
    assertThat(one.act(one.enterprise, filing, "submit", Map.of()).body())
        .contains("应做定量风险评价而未做", "40号令第九条");
    one.assess(one.today().minusDays(1), true);
    one.provide(filing, 2, 3, 4, 5, 6, 7, 9);
    assertThat(one.act(one.enterprise, filing, "submit", Map.of()).body())
        .contains("还缺 1 项材料", "10 场所安全警示标志的设置情况", "40号令第二十二条（十）");
    one.provide(filing, 10);
    assertThat(one.act(one.enterprise, filing, "submit", Map.of()).statusCode()).isEqualTo(302);
    assertThat(
            one.enterprise
                .upload(one.page(), filing + "/items/2/files", "x.txt", FilingCase.bytes("x"))
                .body())
        .contains("材料不能再改");

    assertThat(one.officer.get("/filing-review").body()).contains(filing + "\"");
    assertThat(one.act(one.officer, filing, "return", Map.of("fault3", " ")).body())
        .contains("至少在一项材料下");
    one.act(one.officer, filing, "return", Map.of("fault3", "缺液氯的说明书"));
    assertThat(one.enterprise.get(filing).body()).contains("退回意见：缺液氯的说明书");
    assertThat(one.enterprise.get("/inbox").body()).contains("备案被退回");
    one.provide(filing, 3);
    one.file(filing);

    String page = one.officer.get(filing).body();
    String document = FilingCase.find("href=\"(/documents/\\d+)\"", page);
    String number = FilingCase.find("href=\"/documents/\\d+\">([^<]+)</a>", page);
    assertThat(text(one.enterprise.download(document).body()))
        .contains("重大危险源备案告知书", number, "备案例" + one.number + "厂", "二级重大危险源", "第二十三条");
    assertThat(
            one.enterprise
                .download(filing + "/certificate.docx")
                .headers()
                .firstValue("Content-Disposition")
                .orElse(""))
        .contains(".docx");
    assertThat(one.enterprise.get("/filings").body()).contains("已备案", number);
    assertThat(one.officer.get("/hazards/units/" + one.source).body())
        .contains("/filings/sources/" + one.source, "未明确包保责任人：主要负责人、技术负责人、操作负责人");
  }

  @Test
  void onlyTheDistrictsOfficersReceiveAndOthersSeeNothing() {
    String filing = one.ready();
    one.act(one.enterprise, filing, "submit", Map.of());

    assertThat(one.act(one.enterprise, filing, "accept", Map.of()).statusCode()).isEqualTo(403);
    TestVisitor township = one.visitor(FilingCase.DISTRICT + "001", Role.OFFICER);
    assertThat(township.get(filing).body()).doesNotContain(filing + "/accept");
    assertThat(one.act(township, filing, "accept", Map.of()).body())
        .contains("备案由县级（区县）应急管理部门受理", "40号令第二十三条");
    TestVisitor cityOfficer = one.visitor("370300", Role.OFFICER);
    assertThat(one.act(cityOfficer, filing, "accept", Map.of()).body()).contains("备案由县级");
    TestVisitor elsewhere = one.visitor("370302", Role.OFFICER);
    assertThat(elsewhere.get(filing).statusCode()).isEqualTo(404);
    assertThat(elsewhere.get(one.page()).statusCode()).isEqualTo(404);
    assertThat(elsewhere.get("/filings").body()).doesNotContain("备案例" + one.number);
    assertThat(elsewhere.post("/filings", filing + "/accept", Map.of("revision", "2")).statusCode())
        .isEqualTo(404);
    assertThat(new FilingCase(one.city).enterprise.get(filing).statusCode()).isEqualTo(404);
    assertThat(one.visitor(FilingCase.DISTRICT, Role.CHIEF).get(filing).body())
        .doesNotContain("name=\"revision\"");
  }

  @Test
  void ofTwoOfficersWhoAcceptAtOnceOneIsTold() throws Exception {
    String filing = one.ready();
    one.act(one.enterprise, filing, "submit", Map.of());
    String revision = Integer.toString(one.revision(filing));
    one.city.person("filing-two-" + one.number, FilingCase.DISTRICT, Role.OFFICER);
    TestVisitor other = new TestVisitor(one.city.url()).signedIn("filing-two-" + one.number);
    Callable<HttpResponse<String>> first =
        () -> one.act(one.officer, filing, "accept", Map.of("revision", revision));
    Callable<HttpResponse<String>> second =
        () -> one.act(other, filing, "accept", Map.of("revision", revision));
    List<HttpResponse<String>> answers;
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      List<Future<HttpResponse<String>>> both = pool.invokeAll(List.of(first, second));
      answers = List.of(both.get(0).get(), both.get(1).get());
    }
    assertThat(answers.stream().map(HttpResponse::statusCode)).containsExactlyInAnyOrder(302, 422);
    assertThat(answers.stream().map(HttpResponse::body)).anyMatch(b -> b.contains("已被他人更改"));
  }

  @Test
  void anActOnAStaleStateIsRefusedInWords() {
    String filing = one.ready();
    String stale = Integer.toString(one.revision(filing));
    one.act(one.enterprise, filing, "submit", Map.of());
    one.act(one.officer, filing, "return", Map.of("fault2", "不清楚"));
    assertThat(one.act(one.enterprise, filing, "submit", Map.of("revision", stale)).body())
        .contains("您的操作没有生效");
    assertThat(one.enterprise.post(one.page(), one.page() + "/begin", Map.of()).body())
        .contains("已有一版备案在办理中");
  }

  @Test
  void aNewVersionKeepsWhatWasFiledAndSupersedesIt() {
    String filing = one.ready();
    one.file(filing);
    one.enterprise.post(
        one.page(),
        one.page() + "/causes/new",
        Map.of("kind", "CHANGE", "occurredOn", one.today().toString(), "reason", "更换储罐"));
    assertThat(one.enterprise.get(one.page()).body()).contains("发生须重新评估的情形", "更新备案");
    one.assess(one.today(), true);
    String update = one.begin();
    assertThat(one.enterprise.get(update).body()).contains("沿用上一版", "11 项中 11 项齐备");
    one.enterprise.post(update, update + "/items/2/drop-carried", Map.of());
    assertThat(one.act(one.enterprise, update, "submit", Map.of()).body()).contains("还缺 1 项材料");
    one.provide(update, 2);
    one.file(update);
    assertThat(one.enterprise.get(filing).body()).contains("已由新版备案替代");
    assertThat(one.enterprise.get(update).body()).contains("备案有效");
  }

  @Test
  void anItemIsMarkedNotApplicableOnlyWhereTheRulesAllowIt() {
    String filing = one.begin();
    assertThat(
            one.enterprise
                .post(filing, filing + "/items/2/not-applicable", Map.of("reason", "无"))
                .body())
        .contains("这一项不能标为不适用", "40号令第二十二条（二）");
    one.enterprise.post(filing, filing + "/items/9/not-applicable", Map.of("reason", "没有关键装置"));
    assertThat(one.enterprise.get(filing).body()).contains("没有关键装置");
  }

  @Test
  void whatIsNoLongerMajorIsCheckedOnSiteAndCancelledOrRefused() {
    String filing = one.ready();
    one.file(filing);
    assertThat(one.act(one.enterprise, filing, "ask", Map.of("reason", "停用")).body())
        .contains("仍构成重大危险源", "40号令第二十七条");
    one.declare("1");
    assertThat(one.enterprise.get(one.page()).body()).contains("可申请核销");
    one.act(one.enterprise, filing, "ask", Map.of("reason", "存量减少"));
    assertThat(one.officer.get("/inbox").body()).contains("核销申请待审查");
    assertThat(one.act(one.officer, filing, "cancel", Map.of()).body()).contains("现在不能这样办理");
    String today = one.today().toString();
    assertThat(one.act(one.officer, filing, "check", Map.of("on", today, "opinion", " ")).body())
        .contains("必填");
    one.act(one.officer, filing, "check", Map.of("on", today, "opinion", "仍有存量"));
    one.act(one.officer, filing, "refuse", Map.of("refusal", "现场仍有一罐"));
    assertThat(one.enterprise.get(filing).body()).contains("核销申请未予核准：现场仍有一罐");
    one.act(one.enterprise, filing, "ask", Map.of("reason", "已清空"));
    one.act(one.officer, filing, "check", Map.of("on", today, "opinion", "已拆除"));
    assertThat(one.act(one.officer, filing, "cancel", Map.of()).statusCode()).isEqualTo(302);
    assertThat(one.enterprise.get(filing).body()).contains("已核销", "已拆除");
    assertThat(one.officer.get("/filings?text=备案例" + one.number).body()).contains("没有符合条件");
  }

  @Test
  void aUnitIsNotRemovedBeforeItsFilingIsCancelled() {
    String filing = one.ready();
    one.file(filing);
    String state = "/hazards/sources/" + one.source + "/state";
    String today = one.today().toString();
    Map<String, String> removed = Map.of("state", "REMOVED", "since", today, "reason", "装置拆除");
    assertThat(one.enterprise.post(state, state, removed).body()).contains("仍构成重大危险源");
    one.declare("0");
    assertThat(one.enterprise.post(state, state, removed).body())
        .contains("请先办理备案核销", "40号令第二十七条", "装置拆除");
    one.act(one.enterprise, filing, "ask", Map.of("reason", "已清空"));
    assertThat(one.enterprise.post(state, state, removed).statusCode()).isEqualTo(422);
    one.act(one.officer, filing, "check", Map.of("on", today, "opinion", "已拆除"));
    one.act(one.officer, filing, "cancel", Map.of());
    assertThat(one.enterprise.post(state, state, removed).statusCode()).isEqualTo(302);
    assertThat(one.officer.get("/filings?text=备案例" + one.number + "厂").body()).contains("没有符合条件");
    assertThat(one.enterprise.get(filing).body()).contains("已核销");
  }

  @Test
  void aDraftOfARemovedUnitStandsInTheRegisterNoLonger() {
    one.begin();
    one.declare("0");
    String list = "/filings?text=备案例" + one.number + "厂";
    assertThat(one.officer.get(list).body()).doesNotContain("没有符合条件");
    String state = "/hazards/sources/" + one.source + "/state";
    Map<String, String> removed =
        Map.of("state", "REMOVED", "since", one.today().toString(), "reason", "装置拆除");
    assertThat(one.enterprise.post(state, state, removed).statusCode()).isEqualTo(302);
    assertThat(one.officer.get(list).body()).contains("没有符合条件");
  }

  @Test
  void theFiguresAndTheApiAgreeWithTheRegister() {
    one.assess(one.today().minusDays(40), true);
    Account reader = one.city.person("filing-api-" + one.number, "370304", Role.OFFICER);
    String token = one.city.token(reader, "hazards:read", "figures:read");
    String api = one.officer.api("/api/v1/filings?due=OVERDUE&size=1000", token).body();
    assertThat(api).contains("备案例" + one.number + "厂", "NOT_FILED");
    String figure =
        one.officer.api("/api/v1/figures/hazards.overdue?division=370304", token).body();
    assertThat(FilingCase.find("\"value\":(\\d+)", figure))
        .isEqualTo(FilingCase.find("\"total\":(\\d+)", api));
    assertThat(one.officer.get("/filings?due=OVERDUE").body())
        .contains("共 " + FilingCase.find("\"total\":(\\d+)", api) + " 条");
    assertThat(one.enterprise.get("/filings").body()).contains("未备案");
  }

  @Test
  void whatIsFiledStaysFiledWhileItCannotBeJudgedAndIsNotCancelledMeanwhile() {
    String filing = one.ready();
    one.file(filing);
    String figure = "/api/v1/figures/hazards.filed?division=370304";
    Account reader = one.city.person("filing-open-" + one.number, "370304", Role.OFFICER);
    String token = one.city.token(reader, "hazards:read", "figures:read");
    String before = FilingCase.find("\"value\":(\\d+)", one.officer.api(figure, token).body());

    one.declareIncomplete();

    assertThat(one.enterprise.get(filing).body()).contains("待补全", "备案有效");
    assertThat(one.officer.get("/filings?text=备案例" + one.number + "厂").body())
        .contains("待补全", "已备案", "资料不足，待补全，尚未评定级别", "未明确包保责任人");
    assertThat(one.officer.get("/filings?state=INCOMPLETE").body())
        .contains("备案例" + one.number + "厂");
    assertThat(one.act(one.enterprise, filing, "ask", Map.of("reason", "停用")).body())
        .contains("该单元资料不足，尚未评定级别", "40号令第二十七条");
    assertThat(one.enterprise.post(one.page(), one.page() + "/begin", Map.of()).body())
        .contains("该单元资料不足");
    assertThat(one.officer.get("/hazards/incomplete/" + one.source).body())
        .contains("/filings/sources/" + one.source, "未评估");
    assertThat(FilingCase.find("\"value\":(\\d+)", one.officer.api(figure, token).body()))
        .isEqualTo(before);
    assertThat(one.officer.api("/api/v1/filings?state=INCOMPLETE&size=1000", token).body())
        .contains("备案例" + one.number + "厂", "\"incomplete\":true");
  }

  @Test
  void aLevelThatWasPutBeforeBothSidesIsSettledByTheFiling() {
    assertThat(levels()).containsExactly("hazards.own_level");
    one.declare("600");
    assertThat(levels()).containsExactly("hazards.level", "hazards.own_level");
    String filing = one.ready();
    one.act(one.enterprise, filing, "submit", Map.of());
    assertThat(levels()).containsExactly("hazards.level");
    one.act(one.officer, filing, "accept", Map.of());
    one.act(one.officer, filing, "file", Map.of("series", one.series("filings.filing")));
    assertThat(levels()).isEmpty();
  }

  private List<String> levels() {
    return one.city.asSystem(
        () ->
            one.city
                .bean(JdbcClient.class)
                .sql(
                    "select kind from notices.notice where subject = 'hazards.unit' and subject_id"
                        + " = ? and ended_at is null order by kind")
                .param(Long.toString(one.source))
                .query(String.class)
                .list());
  }
}
