package io.zaikong.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.Eventually;
import io.zaikong.TestVisitor;
import io.zaikong.imports.PreviewLines;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.shell.Role;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The register as a workbook, out and in, over HTTP. */
@AppTest
class EnterpriseImportTests {

  @Autowired ApplicationContext context;
  private TestRegister register;

  @BeforeEach
  void start() {
    register = new TestRegister(context);
  }

  @Test
  void whatWasExportedIsImportedAgainWithoutAChangeAndAnEmptyCellKeepsWhatIsThere()
      throws Exception {
    TestVisitor officer = register.visitor("370303", Role.OFFICER);
    CreditCode code = TestRegister.code();
    Map<String, String> typed = TestRegister.typed(code, "登记往返有限公司");
    typed.put("workforce", "77");
    typed.put("principal", "王五");
    register.add(officer, typed);
    byte[] exported = officer.download("/enterprises/export?text=" + code.value()).body();
    String page = importNow(officer, exported);
    assertThat(page).contains("已导入 1 家：新增 0 家，已登记 1 家");
    CreditCode added = TestRegister.code();
    var out = new ByteArrayOutputStream();
    EnterpriseWorkbook.write(
        out,
        rows -> {
          rows.accept(stated(code, "登记往返改名有限公司"));
          rows.accept(stated(added, "登记导入有限公司"));
          rows.accept(stated(added, "登记导入有限公司"));
        });
    HttpResponse<String> uploaded =
        officer.upload("/imports/enterprises", "/imports/enterprises", "e.xlsx", out.toByteArray());
    String check = officer.get(TestRegister.path(uploaded)).body();
    assertThat(check).contains("可导入 2 家", "错误 1 处", "在第 3 行已经填过");
    officer.post(
        TestRegister.path(uploaded),
        TestRegister.path(uploaded) + "/import",
        Map.of("mode", "GOOD_ROWS"));
    Eventually.within(
        Duration.ofSeconds(30),
        () -> officer.get(TestRegister.path(uploaded)).body().contains("已导入 2 家"));
    String record = officer.get("/enterprises?text=" + code.value()).body();
    assertThat(record).contains("登记往返改名有限公司", "77");
    Account chief = register.city().person(TestRegister.name(), "370300", Role.CHIEF);
    String token = register.city().token(chief, "enterprises:read");
    String api =
        new TestVisitor(register.city().url())
            .api("/api/v1/enterprises?text=" + added.value(), token)
            .body();
    assertThat(api).contains("\"total\":1", "登记导入有限公司", added.value());
  }

  private static Enterprise stated(CreditCode code, String name) {
    return stated(code, name, "登记路1号");
  }

  private static Enterprise stated(CreditCode code, String name, String address) {
    return Enterprise.stated(
        code,
        name,
        new DivisionCode(TestRegister.TOWNSHIP),
        address,
        null,
        Category.HAZCHEM_TRADE,
        "",
        "");
  }

  private static String importNow(TestVisitor officer, byte[] workbook) throws Exception {
    HttpResponse<String> uploaded =
        officer.upload("/imports/enterprises", "/imports/enterprises", "e.xlsx", workbook);
    String page = TestRegister.path(uploaded);
    officer.post(page, page + "/import", Map.of("mode", "ALL_OR_NOTHING"));
    Eventually.within(Duration.ofSeconds(30), () -> officer.get(page).body().contains("已导入 "));
    return officer.get(page).body();
  }

  @Test
  void theSampleAndTheTemplateAreWorkbooksOfThisKind() throws Exception {
    TestVisitor officer = register.visitor("370300", Role.OFFICER);
    HttpResponse<String> uploaded =
        officer.upload(
            "/imports/enterprises",
            "/imports/enterprises",
            "sample.xlsx",
            officer.download("/imports/enterprises/sample.xlsx").body());
    assertThat(officer.get(TestRegister.path(uploaded)).body()).contains("企业 12 家；可导入 12 家");
    HttpResponse<String> empty =
        officer.upload(
            "/imports/enterprises",
            "/imports/enterprises",
            "template.xlsx",
            officer.download("/imports/enterprises/template.xlsx").body());
    assertThat(officer.get(TestRegister.path(empty)).body()).contains("没有填写任何企业");
  }

  @Test
  void theCheckShowsHowRowsWereReadAndWhatWouldChange() throws Exception {
    TestVisitor officer = register.visitor("370303", Role.OFFICER);
    CreditCode known = TestRegister.code();
    CreditCode same = TestRegister.code();
    register.add(officer, TestRegister.typed(known, "登记预览旧名有限公司"));
    register.add(officer, TestRegister.typed(same, "登记预览不变有限公司"));
    var out = new ByteArrayOutputStream();
    EnterpriseWorkbook.write(
        out,
        rows -> {
          rows.accept(stated(TestRegister.code(), "登记预览新增有限公司"));
          for (int i = 0; i < 2 * PreviewLines.FIRST; i++) {
            rows.accept(stated(TestRegister.code(), "登记预览第" + i + "家有限公司"));
          }
          rows.accept(stated(known, "登记预览新名有限公司", "登记路" + known.value().substring(13) + "号"));
          rows.accept(stated(same, "登记预览不变有限公司", "登记路" + same.value().substring(13) + "号"));
        });
    String page =
        officer
            .get(
                TestRegister.path(
                    officer.upload(
                        "/imports/enterprises",
                        "/imports/enterprises",
                        "e.xlsx",
                        out.toByteArray())))
            .body();
    assertThat(page)
        .contains("错误 0 处", "全部有变更的 1 条", "监管类别：危险化学品经营")
        .contains("企业名称：登记预览旧名有限公司 → 登记预览新名有限公司", "曾用名：— → 登记预览旧名有限公司")
        .contains("登记预览第" + (PreviewLines.FIRST - 2) + "家")
        .doesNotContain("登记预览第" + (PreviewLines.FIRST - 1) + "家", "登记预览不变", "详细地址：登记路1号 →");
  }
}
