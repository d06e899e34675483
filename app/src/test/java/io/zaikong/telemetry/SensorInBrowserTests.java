package io.zaikong.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.BrowserTest;
import io.zaikong.TestCity;
import io.zaikong.TestWindow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A sensor from its registration to other limits, in a browser, by two persons. */
@AppTest
@BrowserTest
class SensorInBrowserTests {

  @Autowired ApplicationContext context;

  @Test
  void aSensorIsRegisteredAndItsLimitsAreChangedByTwoPersons() {
    TelemetryCase one = new TelemetryCase(new TestCity(context));
    String gateway = one.gateway("液氯罐区网关");
    String sensor;
    try (TestWindow window =
        new TestWindow(one.city.url(), TestWindow.DESK, "zh-CN").signIn(one.managerName)) {
      window.open(gateway).page().click("text=登记测点");
      window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT).shoot("sensor-kinds");
      window.page().click("text=7782-50-5");
      window.page().fill("#tag", "GT-1001");
      window.page().fill("#name", "液氯罐区一号氯气");
      window.check(TestWindow.DESK, TestWindow.PHONE).shoot("sensor-form");
      window.page().fill("#high", "1.5");
      window.page().click("main form .btn-primary");
      window.page().waitForSelector("#high-error");
      window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT).shoot("sensor-form-refused");
      window.page().fill("#high", "1");
      window.page().click("main form .btn-primary");
      window.page().waitForURL("**/telemetry/sensors/*");
      sensor = window.path();
      window.page().click("text=变更限值");
      window.page().fill("#high", "0.8");
      window.page().fill("#reason", "按工艺调整");
      window.page().click("main form .btn-primary");
      window.page().waitForURL("**" + sensor);
      window.check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT).shoot("sensor-proposed");
      window.open(gateway).page().click("form[action$='/token'] button");
      window.check(TestWindow.DESK, TestWindow.PHONE);
      window.open(gateway).check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT).shoot("gateway");
      window.expectNoProblem();
    }
    try (TestWindow window =
        new TestWindow(one.city.url(), TestWindow.DESK, "zh-CN").signIn(one.officerName)) {
      window
          .open(sensor)
          .check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT)
          .shoot("sensor-decide")
          .check(TestWindow.PHONE)
          .shoot("sensor-decide-phone");
      window.page().fill("#note", "同意");
      window.page().click("text=确认生效");
      window.page().waitForURL("**" + sensor);
      assertThat(window.page().textContent("main")).contains("已替代", "同意");
      window
          .open("/telemetry/sensors")
          .check(TestWindow.DESK, TestWindow.PHONE_AT_NIGHT)
          .shoot("sensors")
          .check(TestWindow.PHONE)
          .shoot("sensors-phone");
      window.expectNoProblem();
    }
  }
}
