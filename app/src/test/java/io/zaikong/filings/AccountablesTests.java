package io.zaikong.filings;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.shell.Role;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Accountable persons, their checks, and the lists sent up, over HTTP. */
@AppTest
class AccountablesTests {

  @Autowired ApplicationContext context;
  private FilingCase one;

  @BeforeEach
  void aSource() {
    one = new FilingCase(new TestCity(context));
  }

  private java.net.http.HttpResponse<String> name(
      String role, String name, LocalDate from, Map<String, String> more) {
    Map<String, String> fields = new HashMap<>(more);
    fields.put("name", name);
    fields.put("post", "车间主任");
    fields.putIfAbsent("phone", "0533-1234567");
    fields.put("from", from.toString());
    String form = one.page() + "/persons/" + role;
    fields.putIfAbsent(
        "replaces",
        FilingCase.find("name=\"replaces\" value=\"(\\d+)\"", one.enterprise.get(form).body()));
    return one.enterprise.post(form, form, fields);
  }

  @Test
  void onePersonOfEachKindAnswersAndTheHistoryIsKept() throws IOException {
    LocalDate today = one.today();
    assertThat(name("OPERATIONAL", "甲某", today.minusDays(100), Map.of()).statusCode())
        .isEqualTo(302);
    assertThat(one.enterprise.get(one.page()).body()).contains("超过 5 日", "操作负责人定期排查");
    assertThat(name("OPERATIONAL", "乙某", today.minusDays(2), Map.of("replaces", "0")).body())
        .contains("已被他人更改");
    assertThat(name("OPERATIONAL", "乙某", today.minusDays(200), Map.of()).body())
        .contains("须晚于前任的起任日期");
    assertThat(name("OPERATIONAL", "乙某", today.minusDays(2), Map.of("phone", "电话")).body())
        .contains("请填写电话号码", "value=\"乙某\"");
    assertThat(name("OPERATIONAL", "乙某", today.minusDays(2), Map.of()).statusCode()).isEqualTo(302);
    assertThat(one.enterprise.get(one.page()).body()).contains("乙某", "历任", "甲某");
    byte[] pdf = one.enterprise.download(one.page() + "/board.pdf").body();
    try (PDDocument board = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(board).replaceAll("\\s", ""))
          .contains("公示牌", "乙某", "0533-1234567", "每周至少组织1次隐患排查")
          .doesNotContain("甲某");
    }
  }

  @Test
  void aCheckIsRecordedForWhoAnsweredOnItsDay() {
    LocalDate today = one.today();
    String form = one.page() + "/checks/OPERATIONAL";
    Map<String, String> check = Map.of("doneOn", today.toString(), "findings", "未发现问题");
    assertThat(one.enterprise.post(form, form, check).body()).contains("该日没有这一角色的包保责任人");
    name("OPERATIONAL", "甲某", today.minusDays(30), Map.of());
    assertThat(one.officer.get(one.page()).body()).contains("操作负责人定期排查", "已逾期");
    assertThat(one.enterprise.post(form, form, check).statusCode()).isEqualTo(302);
    assertThat(one.enterprise.get(one.page()).body()).contains("未发现问题").doesNotContain("已逾期");
    assertThat(one.enterprise.get("/hazards/units/" + one.source).body()).contains("包保责任人排查");
  }

  @Test
  void aDistrictSendsItsQuarterOnceAndTheCityHasIt() throws IOException {
    String filing = one.ready();
    one.file(filing);
    String series = one.series("filings.summary");
    String page = one.officer.get("/filing-summaries").body();
    String list = FilingCase.find("href=\"(/filing-summaries/QUARTER_DISTRICT/[\\d-]+)\"", page);
    assertThat(page).contains("待上报");
    assertThat(one.officer.get(list).body()).contains("备案例" + one.number + "厂");
    assertThat(one.officer.post(list, list, Map.of("series", "0")).body()).contains("尚未设置");
    assertThat(one.officer.post(list, list, Map.of("series", series)).statusCode()).isEqualTo(302);
    assertThat(one.officer.get(list).body()).contains("已上报").doesNotContain("name=\"series\"");
    assertThat(one.officer.post("/filings", list, Map.of("series", series)).body())
        .contains("这一期已经上报");
    TestVisitor cityOfficer = one.visitor("370300", Role.OFFICER);
    String received = cityOfficer.get("/filing-summaries").body();
    String document = FilingCase.find("href=\"(/documents/\\d+)\">PDF", received);
    try (PDDocument paper = Loader.loadPDF(cityOfficer.download(document).body())) {
      assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s", ""))
          .contains("一、二级重大危险源备案汇总表", "备案例" + one.number + "厂");
    }
    String workbook = FilingCase.find("href=\"(/filing-summaries/\\d+/list.xlsx)\"", received);
    assertThat(cityOfficer.download(workbook).body()).startsWith('P', 'K');
    assertThat(one.visitor("370302", Role.OFFICER).get("/filing-summaries").body())
        .doesNotContain(workbook);
  }
}
