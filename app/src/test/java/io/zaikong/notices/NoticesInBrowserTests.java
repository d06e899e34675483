package io.zaikong.notices;

import io.zaikong.AppTest;
import io.zaikong.BrowserTest;
import io.zaikong.TestCity;
import io.zaikong.TestWindow;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.shell.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The inbox with every kind of row, at a desk and on a phone at night. */
@AppTest
@BrowserTest
class NoticesInBrowserTests {

  private static final String DISTRICT = "370321";

  private final TestCity city;

  @Autowired
  NoticesInBrowserTests(ApplicationContext context) {
    city = new TestCity(context);
  }

  private static NewNotice notice(long id, Account owner, String title) {
    return NewNotice.of(
        "account.waiting",
        Subject.of("org.account", id, new DivisionCode(DISTRICT)),
        title,
        "/accounts/" + owner.id(),
        new Owner.Person(owner.id()));
  }

  @Test
  void theInboxAndThePagesAboutDeliveryAreSound() {
    Account person = city.person("ntc-sys4", DISTRICT, Role.SYSTEM_ADMINISTRATOR);
    List<NewNotice> notices =
        List.of(
            notice(9_000_007, person, "山东鲁中化工有限公司 二号罐区")
                .withDue(new Due(LocalDate.of(2099, 1, 2), "国家安监总局令第40号 第十条", true)),
            notice(9_000_008, person, "淄博某某化工股份有限公司一分厂液氨储罐区")
                .withDue(Due.by(LocalDate.of(2026, 1, 2), "国家安监总局令第40号 第十一条"))
                .sentOutUrgently(),
            notice(9_000_009, person, "没有期限的事项"));
    city.asSystem(
        () -> {
          city.bean(Notices.class).raiseAll(notices);
          return true;
        });
    try (TestWindow window = new TestWindow(city.url(), TestWindow.DESK, "zh-CN")) {
      window.signIn("ntc-sys4");
      for (String path :
          List.of("/inbox", "/settings/contact", "/settings/delivery", "/deliveries")) {
        window.open(path).check(TestWindow.PHONE_AT_NIGHT, TestWindow.DESK);
        window.shoot("notices" + path.replace('/', '_'));
      }
      window.open("/inbox").check(TestWindow.PHONE).shoot("notices_inbox_phone");
      window.expectNoProblem();
    }
  }
}
