package io.zaikong.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.zaikong.AppTest;
import io.zaikong.BrowserTest;
import io.zaikong.TestCity;
import io.zaikong.TestWindow;
import io.zaikong.org.Account;
import io.zaikong.org.Account.PasskeyRule;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Passkeys with the browser's own virtual authenticator. */
@AppTest
@BrowserTest
class PasskeysInBrowserTests {

  private static final String LOGIN = "[data-passkey-login]";

  private final TestCity city;

  @Autowired
  PasskeysInBrowserTests(ApplicationContext context) {
    city = new TestCity(context);
  }

  /** A window on a machine that can keep passkeys and whose user confirms each time. */
  private TestWindow window() {
    TestWindow window = new TestWindow(city.url(), TestWindow.PHONE, "zh-CN");
    CDPSession session = window.page().context().newCDPSession(window.page());
    session.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject arguments = new JsonObject();
    arguments.add("options", options);
    session.send("WebAuthn.addVirtualAuthenticator", arguments);
    return window;
  }

  private Account person(String username) {
    return city.person(username, "370302", Role.OFFICER);
  }

  private void rule(Account account, PasskeyRule rule) {
    city.asSystem(
        () -> {
          city.bean(Accounts.class).setPasskeyRule(account.id(), rule);
          return true;
        });
  }

  @Test
  void aSecondFactorIsRegisteredOnceAndAskedForAfterThePassword() {
    rule(person("passkey-1"), PasskeyRule.SECOND_FACTOR);
    try (TestWindow window = window()) {
      Page page = window.page();
      window.signIn("passkey-1");
      assertThat(window.path()).isEqualTo("/login/passkey");
      window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT);
      window.open("/hazards/units");
      assertThat(window.path()).isEqualTo("/login/passkey");

      page.click("form[data-passkey-register] button");
      page.waitForSelector(LOGIN);
      window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT);
      page.click(LOGIN);
      page.waitForURL(city.url() + "/");
      window.open("/settings/passkeys").check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT);
      assertThat(page.textContent("main")).contains("办公电脑");
      page.click("main a[href^='/settings/passkeys/delete']");
      assertThat(page.textContent("main")).contains("唯一的通行密钥");
      window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT);

      window.forgetSession();
      window.signIn("passkey-1");
      assertThat(window.path()).isEqualTo("/login/passkey");
      page.click(LOGIN);
      page.waitForURL(city.url() + "/");
      window.expectNoProblem();
    }
  }

  @Test
  void aSoleLoginNeedsNoPasswordAndTakesNone() {
    Account account = person("passkey-2");
    try (TestWindow window = window()) {
      Page page = window.page();
      window.signIn("passkey-2").open("/settings/passkeys");
      page.fill("#label", "值班手机");
      page.click("form[data-passkey-register] button");
      page.waitForSelector("main .list-group-item");
      rule(account, PasskeyRule.SOLE);

      window.forgetSession();
      window.open("/login").page().fill("#username", "passkey-2");
      page.fill("#password", TestCity.PASSWORD);
      page.click("main .btn-primary");
      assertThat(window.path()).startsWith("/login?refused");
      page.click(LOGIN);
      page.waitForURL(city.url() + "/");
      assertThat(page.textContent("main h1")).contains("态势");
      window.expectNoProblem();
    }
  }
}
