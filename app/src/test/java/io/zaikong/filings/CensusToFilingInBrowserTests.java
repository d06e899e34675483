package io.zaikong.filings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.zaikong.AppTest;
import io.zaikong.BrowserTest;
import io.zaikong.TestCity;
import io.zaikong.TestWindow;
import io.zaikong.TestWindow.Look;
import io.zaikong.census.CensusFile;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Role;
import io.zaikong.shell.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The census from its blank template to a filed major hazard source with its PDFs, by clicks alone,
 * at a desk and on a phone.
 */
@AppTest
@BrowserTest
class CensusToFilingInBrowserTests {

  private static final String DISTRICT = "370305";
  private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final TestCity city;

  @Autowired
  CensusToFilingInBrowserTests(ApplicationContext context) {
    city = new TestCity(context);
  }

  @ParameterizedTest
  @CsvSource({"DESK, 5101", "PHONE, 5102"})
  void fromTheBlankTemplateToAFiledSource(String place, String number) throws IOException {
    Look look = place.equals("DESK") ? TestWindow.DESK : TestWindow.PHONE;
    String letter = place.equals("DESK") ? "甲" : "乙";
    String word = "（临）应急走" + letter;
    String plant = "通走化工" + number + "有限公司";
    String officer = "walk-o-" + number;
    String admin = "walk-a-" + number;
    String own = "walk-e-" + number;
    city.person(officer, DISTRICT, Role.OFFICER);
    city.person(admin, DISTRICT, Role.SYSTEM_ADMINISTRATOR);

    try (TestWindow window = new TestWindow(city.url(), look, "zh-CN")) {
      Page page = window.page();
      window.signIn(officer).open("/imports/census");
      assertThat(bytes(window, "a:has-text('下载模板')"))
          .startsWith("PK".getBytes(StandardCharsets.US_ASCII));
      page.setInputFiles("#file", new FilePayload("普查.xlsx", XLSX, CensusFile.of(number, plant)));
      page.click("text=上传并检查");
      page.click("text=导入全部 2 个单元");
      assertThat(page.locator("main")).containsText("本次判定重大危险源 1 处");
      page.click("main a[href='/hazards/units']");
      page.fill("#filter-text", plant);
      page.click("text=筛选");
      page.click("main tbody >> text=液氨罐区");
      assertThat(page.locator("main")).containsText("12.375");
      window.check(look);
      page.click("text=文书与附件");
      assertThat(bytes(window, "main a:has-text('PDF')")).startsWith(PDF);
      window.expectNoProblem();
    }
    city.person(own, new DivisionCode(DISTRICT), scope(number), Role.ENTERPRISE_SAFETY_MANAGER);

    try (TestWindow window = new TestWindow(city.url(), look, "zh-CN")) {
      Page page = window.page();
      window.signIn(admin).open("/settings/documents");
      page.fill("#issuer", "临淄区应急管理局" + letter);
      page.selectOption("#kind", "filings.filing");
      page.fill("#word", word);
      page.click("main button:has-text('设置')");
      assertThat(page.locator("main")).containsText(word);
      window.expectNoProblem();
    }

    String filing;
    try (TestWindow window = new TestWindow(city.url(), look, "zh-CN")) {
      Page page = window.page();
      window.signIn(own).open("/filings");
      page.click("main tbody >> text=液氨罐区");
      page.click("text=登记安全评估");
      page.fill("#completedOn", today().minusDays(3).toString());
      page.selectOption("#kind", "AGENCY");
      page.fill("#assessor", "示例安全评价有限公司");
      page.setInputFiles("#file", file("评估报告.txt"));
      page.click("main .btn-primary");
      for (String role : new String[] {"PRINCIPAL", "TECHNICAL", "OPERATIONAL"}) {
        page.click("a[href$='/persons/" + role + "']");
        page.fill("#name", "甲某");
        page.fill("#post", "负责人");
        page.fill("#phone", "0533-1234567");
        page.fill("#from", today().minusDays(2).toString());
        page.click("main .btn-primary");
      }
      window.check(look);
      page.click("text=填报备案");
      filing = window.path().replaceFirst("#.*", "");
      for (int item : new int[] {2, 3, 4, 5, 6, 7, 9, 10}) {
        page.setInputFiles("#item-" + item + " input[type=file]", file(item + ".txt"));
        page.click("#item-" + item + " button:has-text('上传')");
      }
      page.click("text=提交备案");
      assertThat(page.locator("main")).containsText("已提交");
      window.check(look).expectNoProblem();
    }

    try (TestWindow window = new TestWindow(city.url(), look, "zh-CN")) {
      Page page = window.page();
      window.signIn(officer).open("/filing-review");
      page.fill("#filter-text", plant);
      page.click("text=筛选");
      page.click("main tbody >> text=液氨罐区");
      if (!window.path().startsWith(filing)) {
        page.click("main a[href^='" + filing + "']");
      }
      page.click("text='受理'");
      page.click("text=备案并出具告知书");
      assertThat(page.locator("main")).containsText("备案有效");
      window.check(look);
      assertThat(bytes(window, "main a[href^='/documents/']:not([href*=attachments])"))
          .startsWith(PDF);
      window.expectNoProblem();
    }
  }

  private ScopeGrant scope(String number) {
    long enterprise =
        city.asSystem(
            () ->
                city.bean(Enterprises.class)
                    .findAll(List.of(CensusFile.creditCode(number)))
                    .values()
                    .iterator()
                    .next()
                    .id());
    return new ScopeGrant(
        0, null, null, enterprise, null, Set.of(), LocalDate.of(2020, 1, 1), null);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(city.bean(Clock.class).instant(), Words.ZONE);
  }

  private static FilePayload file(String name) {
    return new FilePayload(name, "text/plain", FilingCase.bytes(name));
  }

  private static byte[] bytes(TestWindow window, String selector) throws IOException {
    Download download = window.page().waitForDownload(() -> window.page().click(selector));
    return Files.readAllBytes(download.path());
  }
}
