package io.zaikong.census;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.zaikong.AppTest;
import io.zaikong.BrowserTest;
import io.zaikong.TestCity;
import io.zaikong.TestWindow;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The main job at the screen: from a workbook to a unit's worksheet. */
@AppTest
@BrowserTest
class CensusInBrowserTests {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final TestCity city;

  @Autowired
  CensusInBrowserTests(ApplicationContext context) {
    city = new TestCity(context);
  }

  private TestWindow window(String username) {
    city.person(username, "370300", Role.OFFICER);
    return new TestWindow(city.url(), TestWindow.DESK, "zh-CN");
  }

  private static void upload(TestWindow window, String name, byte[] workbook) {
    window.page().setInputFiles("#file", new FilePayload(name, XLSX, workbook));
    window.page().click("main form[enctype] button");
  }

  @Test
  void anOfficerClicksFromAWorkbookToAWorksheet() {
    try (TestWindow window = window("census-screen-1")) {
      Page page = window.page();
      window.signIn("census-screen-1");
      page.click("#menu a[href='/imports/census']");
      upload(window, "无关.xlsx", new byte[] {1, 2, 3});
      assertThat(page.locator("main [role=alert]")).not().isEmpty();
      window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT);

      upload(window, "有误.xlsx", CensusFile.withFault("5001", "点击化工有限公司"));
      assertThat(page.locator("main")).containsText("设计最大量(t)");
      window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT);
      page.click("main form[action$=discard] button");

      page.click("#menu a[href='/imports/census']");
      upload(window, "普查.xlsx", CensusFile.of("5001", "点击化工有限公司"));
      window.check(TestWindow.DESK);
      page.click("main form[action$=import] button");
      assertThat(page.locator("main")).containsText("新增单元 2 个");
      window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT);

      page.click("main a[href='/hazards/units']");
      page.fill("#filter-text", "点击化工");
      page.click("form[role=search] button");
      assertThat(page.locator("main tbody tr")).hasCount(2);
      page.click("main tbody tr:first-child a");
      assertThat(page.locator("h1")).containsText("液氨罐区");
      assertThat(page.locator("main")).containsText("12.375");
      window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT).shoot("worksheet");
      window.expectNoProblem();
    }
  }

  @Test
  void theKeyboardAloneReachesAWorksheet() {
    try (TestWindow window = window("census-screen-2")) {
      Page page = window.page();
      window.open("/login");
      reach(page, "#username");
      page.keyboard().type("census-screen-2");
      page.keyboard().press("Tab");
      page.keyboard().type(TestCity.PASSWORD);
      page.keyboard().press("Enter");
      page.waitForURL(city.url() + "/");
      reach(page, "#menu a[href='/imports/census']");
      page.keyboard().press("Enter");
      page.waitForURL("**/imports/census");
      page.setInputFiles(
          "#file", new FilePayload("键盘.xlsx", XLSX, CensusFile.of("5002", "键盘化工有限公司")));
      reach(page, "main form[enctype] button");
      page.keyboard().press("Enter");
      page.waitForURL("**/imports/census/*");
      reach(page, "main form[action$=import] button");
      page.keyboard().press("Enter");
      assertThat(page.locator("main")).containsText("新增单元 2 个");
      reach(page, "main a[href='/hazards/units']");
      page.keyboard().press("Enter");
      page.waitForURL("**/hazards/units");
      reach(page, "main tbody tr:first-child a");
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.matches(".*/hazards/units/\\d+"));
      assertThat(page.locator("main table").first()).isVisible();
      window.expectNoProblem();
    }
  }

  @Test
  void anOfficerDeclaresAUnitAtTheScreenAndATemperatureChangesItsLevel() {
    long enterprise = register("5003", "填报化工有限公司");
    try (TestWindow window = window("census-screen-3")) {
      Page page = window.page();
      window.signIn("census-screen-3");
      window.open("/enterprises/" + enterprise);
      page.click("main a[href='/census/enterprises/" + enterprise + "']");
      page.click("main a[href$='/units/new']");
      page.fill("#population", "30");
      page.fill("#name", "甲酯罐区");
      page.fill("#c0_name", "乙酸甲酯");
      page.fill("#c0_container", "V-101");
      page.click("main details summary");
      page.fill("#c0_volume", "600");
      page.fill("#c0_fill", "0.85");
      page.fill("#c0_density", "934");
      page.click("main button[value=c0]");
      assertThat(page.locator("#c0_q")).hasValue("476.34");
      page.click("main button[value=check]");
      assertThat(page.locator("main")).containsText("资料不足，申报后列为“待补全”");
      window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT).shoot("unit-form");
      page.click("main button[value=declare]");
      page.click("main a[href^='/hazards/incomplete/']");
      window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT).shoot("incomplete");

      page.click("main a[href^='/census/units/']");
      page.fill("#c0_temperature", "常温");
      page.click("main button[value=declare]");
      assertThat(page.locator("main")).containsText("W5.3");
      page.click("main a[href^='/census/units/']");
      page.fill("#c0_temperature", "60");
      page.click("main button[value=declare]");
      assertThat(page.locator("main")).containsText("W5.1");
      assertThat(page.locator("main")).containsText("临界量 1000 → 10 t");
      window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT).shoot("worksheet-derived");
      window.expectNoProblem();
    }
  }

  private long register(String number, String name) {
    CreditCode code = new CreditCode(CensusFile.creditCode(number));
    Enterprise stated =
        Enterprise.stated(
            code,
            name,
            new DivisionCode("370305107"),
            "试验路1号",
            null,
            Category.HAZCHEM_PRODUCTION,
            "",
            "");
    return city.asSystem(
        () ->
            city.bean(Enterprises.class).register(List.of(stated)).getOrDefault(code.value(), 0L));
  }

  /** Presses Tab until the element has the focus, which can then be seen. */
  private static void reach(Page page, String selector) {
    for (int i = 0; i < 80; i++) {
      if ((boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
        assertThat(
                page.evaluate(
                    "getComputedStyle(document.activeElement).outlineStyle !== 'none'"
                        + " || getComputedStyle(document.activeElement).boxShadow !== 'none'"))
            .as("focus on " + selector + " is seen")
            .isEqualTo(true);
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError(selector + " is not reached by Tab at " + page.url());
  }
}
