package io.zaikong.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.Eventually;
import io.zaikong.TestCity;
import io.zaikong.workbook.OfferedWorkbook;
import io.zaikong.workbook.OfferedWorkbook.Sheet;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Sensors as a workbook, out and in, over HTTP. */
@AppTest
class SensorImportTests {

  @Autowired ApplicationContext context;

  private static @Nullable Object[] row(
      String code, String gateway, String tag, String kind, String unit, String high) {
    return new @Nullable Object[] {
      code,
      gateway,
      "液氯罐区",
      tag,
      "测点" + tag,
      kind,
      unit,
      null,
      null,
      BigDecimal.ZERO,
      new BigDecimal("100"),
      null,
      null,
      new BigDecimal(high),
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      new BigDecimal("120")
    };
  }

  private static String check(TelemetryCase one, byte[] workbook) {
    HttpResponse<String> uploaded =
        one.officer.upload("/imports/sensors", "/imports/sensors", "s.xlsx", workbook);
    return TelemetryCase.location(uploaded);
  }

  @Test
  void whatWasExportedIsKnownAndOnlyNewSensorsAreTakenIn() throws Exception {
    TelemetryCase one = new TelemetryCase(new TestCity(context));
    String gateway = one.gateway("一号网关");
    one.sensor(gateway, one.pressure("=1+1"));
    byte[] exported =
        one.officer
            .download("/telemetry/sensors/export?gateway=" + TelemetryCase.id(gateway))
            .body();
    assertThat(one.officer.get(check(one, exported)).body()).contains("1 行，可导入 1 个；错误 0 处", "不变");

    byte[] mixed =
        OfferedWorkbook.of(
            Sheet.of(
                SensorColumns.SHEET,
                SensorColumns.COLUMNS,
                List.of(
                    row(one.code, "一号网关", "T-1", "温度", "℃", "60"),
                    row(one.code, "一号网关", "G-1", "可燃气体", "%LEL", "30"),
                    row(one.code, "二号网关", "T-2", "温度", "℃", "60"),
                    row(one.code, "一号网关", "T-1", "温度", "℃", "60"),
                    row(one.code, "一号网关", "=1+1", "压力", "MPa", "1.5"))));
    String page = check(one, mixed);
    assertThat(one.officer.get(page).body())
        .contains("5 行，可导入 1 个；错误 4 处", "不应大于 25", "没有这个名称的网关", "填写了两次", "内容与工作簿不同");
    one.officer.post(page, page + "/import", Map.of("mode", "GOOD_ROWS"));
    Eventually.within(
        Duration.ofSeconds(30), () -> one.officer.get(page).body().contains("已导入 1 个测点：新增 1 个"));
    assertThat(one.officer.get("/telemetry/sensors?gateway=" + TelemetryCase.id(gateway)).body())
        .contains("T-1", "H 60", "H 0.9");
  }

  @Test
  void theSampleAndTheTemplateAreWorkbooksOfThisKind() {
    TelemetryCase one = new TelemetryCase(new TestCity(context));
    assertThat(
            one.officer
                .get(check(one, one.officer.download("/imports/sensors/sample.xlsx").body()))
                .body())
        .contains("3 行，可导入 0 个；错误 3 处", "没有登记这个代码的企业");
    assertThat(
            one.officer
                .get(check(one, one.officer.download("/imports/sensors/template.xlsx").body()))
                .body())
        .contains("没有填写任何测点");
  }
}
