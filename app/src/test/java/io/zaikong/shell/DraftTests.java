package io.zaikong.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.zaikong.AppTest;
import io.zaikong.BrowserTest;
import io.zaikong.TestCity;
import io.zaikong.TestWindow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What was typed is not lost when the session or the network is. */
@AppTest
@BrowserTest
class DraftTests {

  private static final String FORM = "/accounts/new";

  private final TestCity city;

  @Autowired
  DraftTests(ApplicationContext context) {
    city = new TestCity(context);
  }

  private TestWindow filledIn(String username) {
    city.person(username, "370300", Role.SYSTEM_ADMINISTRATOR);
    TestWindow window = new TestWindow(city.url(), TestWindow.PHONE, "zh-CN").signIn(username);
    window.open(FORM).page().fill("#username", username + "-new");
    window.page().fill("#name", "王建国");
    return window;
  }

  @Test
  void whatWasTypedIsThereAgainAfterTheSessionHasEnded() {
    try (TestWindow window = filledIn("draft-1")) {
      Page page = window.page();
      window.forgetSession();
      page.click("main .btn-primary");
      assertThat(page.url()).doesNotContain("/accounts/1");
      window.signIn("draft-1").open(FORM);
      assertThat(page.inputValue("#name")).isEqualTo("王建国");
      assertThat(page.inputValue("#username")).isEqualTo("draft-1-new");
      assertThat(page.textContent("#notice")).contains("已恢复");
      page.click("main .btn-primary");
      page.waitForURL(url -> url.matches(".*/accounts/\\d+"));
      window.open(FORM);
      assertThat(page.inputValue("#name")).isEmpty();
      window.expectNoProblem();
    }
  }

  @Test
  void nothingIsSentWithoutANetworkAndItIsSentOnceAfterwards() {
    try (TestWindow window = filledIn("draft-2")) {
      Page page = window.page();
      window.setOffline(true);
      page.click("main .btn-primary");
      page.waitForSelector("#notice .alert");
      assertThat(page.url()).endsWith(FORM);
      assertThat(page.textContent("#notice")).contains("网络已断开");
      window.setOffline(false);
      page.waitForSelector(
          "#notice:empty",
          new Page.WaitForSelectorOptions()
              .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
      assertThat(page.inputValue("#name")).isEqualTo("王建国");
      page.click("main .btn-primary");
      page.waitForURL(url -> url.matches(".*/accounts/\\d+"));
      window.expectNoProblem();
    }
  }
}
