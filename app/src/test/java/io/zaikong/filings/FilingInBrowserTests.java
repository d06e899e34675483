package io.zaikong.filings;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import io.zaikong.AppTest;
import io.zaikong.BrowserTest;
import io.zaikong.TestCity;
import io.zaikong.TestWindow;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The whole path in a browser: the enterprise files, the district's officer receives. */
@AppTest
@BrowserTest
class FilingInBrowserTests {

  @Autowired ApplicationContext context;

  private static FilePayload file(String name) {
    return new FilePayload(name, "text/plain", FilingCase.bytes(name));
  }

  private static void look(TestWindow window, String name) {
    window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT).shoot("filings-" + name);
    window.page().setViewportSize(390, 844);
    window.shoot("filings-" + name + "-phone");
    window.page().setViewportSize(1440, 900);
  }

  @Test
  void anEnterpriseFilesAndTheOfficerOfTheDistrictReceives() {
    FilingCase one = new FilingCase(new TestCity(context));
    one.series("filings.filing");
    String filing;
    try (TestWindow window = new TestWindow(one.city.url(), TestWindow.DESK, "zh-CN")) {
      window.signIn("filing-e-" + one.number).open("/filings");
      look(window, "register");
      window.page().click("text=液氯罐区");
      look(window, "source");
      window.page().click("text=登记安全评估");
      window.page().fill("#completedOn", one.today().minusDays(3).toString());
      window.page().selectOption("#kind", "AGENCY");
      window.page().fill("#assessor", "示例安全评价有限公司");
      window.page().check("[name=quantitativeDone]");
      window.page().setInputFiles("#file", file("评估报告.txt"));
      look(window, "assessment");
      window.page().click("main .btn-primary");
      window.page().click("a[href$='/persons/OPERATIONAL']");
      window.page().fill("#name", "甲某");
      window.page().fill("#post", "车间主任");
      window.page().fill("#phone", "0533-1234567");
      window.page().fill("#from", one.today().minusDays(30).toString());
      look(window, "person");
      window.page().click("main .btn-primary");
      window.page().click("text=填报备案");
      filing = window.path().replaceFirst("#.*", "");
      window.page().click("text=提交备案");
      assertThat(window.page().textContent("main")).contains("还缺 8 项材料");
      look(window, "missing");
      for (int item : new int[] {2, 3, 4, 5, 6, 7, 9, 10}) {
        window.page().setInputFiles("#item-" + item + " input[type=file]", file(item + ".txt"));
        window.page().click("#item-" + item + " button:has-text('上传')");
      }
      window.page().click("text=提交备案");
      assertThat(window.page().textContent("main")).contains("已提交");
      look(window, "submitted");
      window.expectNoProblem();
    }
    try (TestWindow window = new TestWindow(one.city.url(), TestWindow.DESK, "zh-CN")) {
      String officer =
          one.city
              .person("filing-b-" + one.number, FilingCase.DISTRICT, io.zaikong.shell.Role.OFFICER)
              .username();
      window.signIn(officer).open("/filing-review");
      look(window, "queue");
      window.open(filing);
      look(window, "review");
      window.page().click("text='受理'");
      window.page().click("text=备案并出具告知书");
      assertThat(window.page().textContent("main")).contains("备案有效", "备案编号");
      look(window, "filed");
      window.open(one.page());
      look(window, "source-filed");
      window.open("/hazards/units/" + one.source);
      look(window, "unit");
      window.open("/filing-summaries");
      look(window, "summaries");
      window.page().click("text=一、二级重大危险源季报（报市级）");
      look(window, "summary");
      window.expectNoProblem();
    }
    assertThat(one.act(one.officer, filing, "accept", Map.of()).statusCode()).isEqualTo(422);
  }

  @Test
  void theOfficerOfTheDistrictTakesAFilingOverFromItsPaper() {
    FilingCase one = new FilingCase(new TestCity(context));
    String officer =
        one.city
            .person("filing-p-" + one.number, FilingCase.DISTRICT, io.zaikong.shell.Role.OFFICER)
            .username();
    try (TestWindow window = new TestWindow(one.city.url(), TestWindow.DESK, "zh-CN")) {
      window.signIn(officer).open(one.page());
      window.page().click("text=补录纸质备案");
      window.page().fill("#number", "（博）安监备〔2024〕7号");
      window.page().fill("#agency", "博山区安全生产监督管理局");
      window.page().fill("#filedOn", one.today().minusDays(300).toString());
      window.page().fill("#certifiedOn", one.today().minusDays(299).toString());
      window.page().fill("#assessedOn", one.today().minusDays(290).toString());
      window.page().selectOption("#level", "2");
      window.page().check("[name=quantitativeDone]");
      window.page().setInputFiles("#file", scan());
      window.page().click("main .btn-primary");
      assertThat(window.page().textContent("main")).contains("评估完成后才能备案");
      look(window, "paper");
      window.page().fill("#assessedOn", one.today().minusDays(310).toString());
      window.page().setInputFiles("#file", scan());
      window.page().click("main .btn-primary");
      assertThat(window.page().textContent("main")).contains("原备案编号", "原证.pdf");
      look(window, "from-paper");
      window.open(one.page());
      look(window, "source-from-paper");
      window.open("/imports/filings");
      look(window, "paper-import");
      window.open("/filings");
      look(window, "register-from-paper");
      window.expectNoProblem();
    }
  }

  @Test
  void theAdministratorSeesHowFarASeriesHasComeAndLetsItGoOn() {
    FilingCase one = new FilingCase(new TestCity(context));
    one.series("filings.filing");
    try (TestWindow window = new TestWindow(one.city.url(), TestWindow.DESK, "zh-CN")) {
      window
          .signIn(
              "filing-370304-"
                  + io.zaikong.shell.Role.SYSTEM_ADMINISTRATOR.ordinal()
                  + "-"
                  + one.number)
          .open("/settings/documents");
      window.page().click("tr:has(td:has-text('—')) summary >> nth=0");
      window.page().fill("input[name=last]:visible", "0");
      window.page().click("details[open] button");
      assertThat(window.page().textContent("main")).contains("请填写 1 至 999999 的整数");
      look(window, "numbers");
      window.page().fill("input[name=last]:visible", "46");
      window.page().click("details[open] button");
      assertThat(window.page().textContent("main")).contains("46");
      window.expectNoProblem();
    }
  }

  private static FilePayload scan() {
    return new FilePayload(
        "原证.pdf", "application/pdf", "%PDF-1.4".getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
