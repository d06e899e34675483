package io.zaikong.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.Statements;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.enterprises.Duplicates;
import io.zaikong.journal.Journal;
import io.zaikong.journal.JournalEntry;
import io.zaikong.org.Account;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Role;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Gateways and sensors by their pages and the API. */
@AppTest
class SensorRegisterTests {

  @Autowired ApplicationContext context;
  private TelemetryCase one;

  @BeforeEach
  void anEnterprise() {
    one = new TelemetryCase(new TestCity(context));
  }

  @Test
  void aToxicGasSensorIsProposedTheLimitsOfItsMediumAndIsFoundWherePeopleLook() {
    String gateway = one.gateway("一号网关");
    String form = one.manager.get(gateway + "/sensors/new?kind=TOXIC_GAS&cas=7782-50-5").body();
    assertThat(form)
        .contains("value=\"7782-50-5\"", "氯 OEL 1 mg/m³，一级不大于 100 %OEL", "液氯罐区")
        .containsPattern("(?s)id=\"high\"[^>]*value=\"1\"")
        .containsPattern("(?s)id=\"highHigh\"[^>]*value=\"2\"");

    Map<String, String> fields = one.pressure("GT-1");
    fields.putAll(
        Map.of(
            "kind",
            "TOXIC_GAS",
            "unit",
            "mg/m³",
            "cas",
            "7782-50-5",
            "medium",
            "氯",
            "rangeHigh",
            "20",
            "high",
            "1",
            "highHigh",
            "2"));
    String sensor = one.sensor(gateway, fields);

    assertThat(one.manager.get(sensor).body()).contains("GT-1", "有毒气体 mg/m³", "首次登记", "现行");
    assertThat(one.officer.get("/telemetry/sensors?kind=TOXIC_GAS&source=" + one.source).body())
        .contains(sensor, "H 1  HH 2", one.enterpriseName());
    assertThat(one.officer.get("/telemetry/sensors?kind=OXYGEN&source=" + one.source).body())
        .doesNotContain(sensor);
    assertThat(one.officer.get("/hazards/units/" + one.source).body()).contains(sensor, "GT-1");
    assertThat(one.officer.get("/enterprises/" + one.enterpriseId).body())
        .contains("/telemetry/sensors?enterprise=" + one.enterpriseId);
    Account chief = one.city.person("tele-chief-" + one.number, TelemetryCase.DISTRICT, Role.CHIEF);
    String token = one.city.token(chief, "telemetry:read", "figures:read");
    TestVisitor program = new TestVisitor(one.city.url());
    assertThat(program.api("/api/v1/sensors?enterprise=" + one.enterpriseId, token).body())
        .contains("\"total\":1", "\"tag\":\"GT-1\"", "\"HIGH_HIGH\":2");
    assertThat(program.api("/api/v1/gateways?enterprise=" + one.enterpriseId, token).body())
        .contains("\"total\":1", "一号网关");
    assertThat(program.api("/api/v1/sensors", one.city.token(chief, "hazards:read")).statusCode())
        .isEqualTo(403);
    assertThat(program.api("/api/v1/figures?division=" + TelemetryCase.DISTRICT, token).body())
        .contains("telemetry.sensors", "telemetry.gateways");
  }

  @Test
  void whatTheStandardForbidsIsRefusedWithItsClauseAndWhatIsOnlyRecalledWarns() {
    String gateway = one.gateway("一号网关");
    HttpResponse<String> tooHigh = one.register(one.manager, gateway, one.gas("GT-2", "30"));
    assertThat(tooHigh.statusCode()).isEqualTo(422);
    assertThat(tooHigh.body())
        .contains("high-error", "不应大于 25", "依据：GB/T 50493-2019", "value=\"GT-2\"");
    assertThat(one.register(one.manager, gateway, one.gas("GT-2", "")).body())
        .contains("high-error", "须设定");

    Map<String, String> idlh = one.gas("GT-3", "1.5");
    idlh.putAll(Map.of("kind", "TOXIC_GAS", "unit", "mg/m³", "cas", "7782-50-5", "highHigh", "3"));
    assertThat(one.register(one.manager, gateway, idlh).body()).contains("不应大于 1", "不应大于 2");
    idlh.put("idlh", "30");
    assertThat(one.register(one.manager, gateway, idlh).statusCode()).isEqualTo(302);

    Map<String, String> wind = one.gas("WT-1", "20");
    wind.putAll(Map.of("kind", "WIND_SPEED", "unit", "m/s", "highHigh", ""));
    String sensor = one.sensor(gateway, wind);
    assertThat(one.manager.get(sensor).body()).contains("超出建议值", "13.8 m/s", "未核实");
    assertThat(one.officer.get("/hazards/rules?text=50493").body())
        .contains("监测报警设定", "7783-06-4", "自 2020-01-01 起施行");
  }

  @Test
  void limitsRiseWithinTheRangeAndNothingTypedIsLost() {
    String gateway = one.gateway("一号网关");
    Map<String, String> wrong = one.pressure("PT-1");
    wrong.putAll(
        Map.of(
            "low", "0.95", "highHigh", "2", "hysteresis", "x", "onDelayS", "1.5", "unit", "bar"));
    HttpResponse<String> answer = one.register(one.manager, gateway, wrong);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("hysteresis-error", "onDelayS-error", "value=\"0.95\"");
    wrong.putAll(Map.of("hysteresis", "0.1", "onDelayS", "9999"));
    assertThat(one.register(one.manager, gateway, wrong).body())
        .contains("high-error", "rangeHigh-error", "onDelayS-error", "unit-error");
  }

  @Test
  void sqlAndMarkupInATagAreText() {
    String gateway = one.gateway("'; drop table telemetry.gateway; --");
    String tag = "PT'\"; delete from telemetry.sensor; --<script>alert(1)</script>";
    Map<String, String> fields = one.pressure(tag);
    fields.put("name", "压力\\'); select pg_sleep(9); --");
    String sensor = one.sensor(gateway, fields);
    assertThat(one.manager.get(sensor).body())
        .contains("delete from telemetry.sensor", "&lt;script&gt;")
        .doesNotContain("<script>alert");
    assertThat(
            one.manager
                .get("/telemetry/sensors?text=%27%22%3B+delete+from+telemetry.sensor")
                .body())
        .contains(sensor);
    HttpResponse<String> twice = one.register(one.manager, gateway, fields);
    assertThat(twice.statusCode()).isEqualTo(422);
    assertThat(twice.body()).contains("tag-error", "已有这个位号");
  }

  @Test
  void nobodyReachesAnotherEnterprisesGatewaysSensorsOrSources() {
    TelemetryCase other = new TelemetryCase(one.city);
    String gateway = one.gateway("一号网关");
    String sensor = one.sensor(gateway, one.pressure("PT-1"));
    for (String path :
        List.of(gateway, gateway + "/sensors/new", sensor, sensor + "/limits", sensor + "/state")) {
      assertThat(other.manager.get(path).statusCode()).as(path).isEqualTo(404);
    }
    String own = "/telemetry/gateways/new";
    assertThat(other.manager.post(own, gateway + "/token", Map.of()).statusCode()).isEqualTo(404);
    assertThat(other.register(other.manager, gateway, other.pressure("PT-2")).statusCode())
        .isEqualTo(404);
    assertThat(other.manager.post(own, sensor + "/limits", one.pressure("")).statusCode())
        .isEqualTo(404);
    Map<String, String> elsewhere = other.pressure("PT-3");
    elsewhere.put("source", Long.toString(one.source));
    HttpResponse<String> answer = other.register(other.manager, other.gateway("网关"), elsewhere);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("source-error");
    assertThat(other.manager.get("/telemetry/sensors").body()).doesNotContain(sensor + "\"");
    one.city.person("tele-away-" + one.number, "370303", Role.OFFICER);
    TestVisitor away = new TestVisitor(one.city.url()).signedIn("tele-away-" + one.number);
    assertThat(away.get(sensor).statusCode()).isEqualTo(404);
    assertThat(away.get("/telemetry/gateways").body()).doesNotContain(gateway + "\"");
  }

  @Test
  void maintenanceHasItsTimesAndAStoppedSensorLeavesTheList() {
    String sensor = one.sensor(one.gateway("一号网关"), one.pressure("PT-1"));
    LocalDateTime now =
        LocalDateTime.ofInstant(one.city.bean(Clock.class).instant(), ZoneId.of("Asia/Shanghai"))
            .truncatedTo(ChronoUnit.MINUTES);
    Map<String, String> maintenance = new HashMap<>();
    maintenance.put("state", "MAINTENANCE");
    maintenance.put("from", now.minusHours(1).toString());
    maintenance.put("until", now.plusDays(40).toString());
    maintenance.put("reason", "校验");
    assertThat(state(sensor, maintenance).body()).contains("until-error", "30 天");
    maintenance.put("until", now.plusDays(1).toString());
    assertThat(state(sensor, maintenance).statusCode()).isEqualTo(302);
    String list = "/telemetry/sensors?source=" + one.source;
    assertThat(one.manager.get(list + "&state=MAINTENANCE").body()).contains(sensor, "检维修");
    maintenance.put("from", now.plusDays(2).toString());
    maintenance.put("until", now.plusDays(3).toString());
    assertThat(state(sensor, maintenance).statusCode()).isEqualTo(302);
    assertThat(one.manager.get(list + "&state=IN_USE").body()).contains(sensor);
    assertThat(state(sensor, Map.of("state", "STOPPED", "reason", "")).body())
        .contains("reason-error");
    assertThat(state(sensor, Map.of("state", "STOPPED", "reason", "拆除")).statusCode())
        .isEqualTo(302);
    assertThat(one.manager.get(list).body()).doesNotContain(sensor);
    assertThat(one.manager.get(list + "&state=STOPPED").body()).contains(sensor);
    assertThat(state(sensor, maintenance).body()).contains("请先恢复使用");
  }

  private HttpResponse<String> state(String sensor, Map<String, String> fields) {
    return one.manager.post(sensor + "/state", sensor + "/state", fields);
  }

  @Test
  void aGatewayIsStoppedForAReasonAndItsErrorsAreReadByItsOwner() {
    String gateway = one.gateway("一号网关");
    one.city.asSystem(
        () -> {
          GatewayRegister register = one.city.bean(GatewayRegister.class);
          for (int i = 0; i < 210; i++) {
            register.noteError(
                TelemetryCase.id(gateway), "UNKNOWN_SENSOR", "XX-" + i, "<b>{\"v\":1}\0");
          }
          assertThat(register.listErrors(TelemetryCase.id(gateway))).hasSize(200);
          return true;
        });
    assertThat(one.manager.get(gateway).body())
        .contains("没有这个位号的测点", "XX-209", "&lt;b&gt;")
        .doesNotContain("XX-9<");
    one.city.person("tele-c-" + one.number, TelemetryCase.DISTRICT, Role.CHIEF);
    TestVisitor chief = new TestVisitor(one.city.url()).signedIn("tele-c-" + one.number);
    assertThat(chief.get(gateway).body()).doesNotContain("XX-209").doesNotContain("凭据");
    assertThat(one.manager.post(gateway, gateway + "/state", Map.of("reason", "")).statusCode())
        .isEqualTo(422);
    assertThat(one.manager.post(gateway, gateway + "/state", Map.of("reason", "更换")).statusCode())
        .isEqualTo(302);
    assertThat(one.manager.get(gateway).body()).contains("停用", "更换");
    assertThat(
            one.city.asSystem(
                () ->
                    one
                        .city
                        .bean(Journal.class)
                        .listFor("telemetry.gateway", "" + TelemetryCase.id(gateway), 9)
                        .stream()
                        .map(JournalEntry::act)
                        .toList()))
        .containsExactly("gateway.state", "gateway.add");
  }

  @Test
  void gatewaysAndSensorsFollowAnEnterpriseThatIsMerged() {
    TelemetryCase survivor = new TelemetryCase(one.city);
    survivor.gateway("一号网关");
    String gateway = one.gateway("一号网关");
    String sensor = one.sensor(gateway, one.pressure("PT-1"));
    assertThat(
            one.city.asSystem(
                () ->
                    one.city.bean(Duplicates.class).merge(one.enterpriseId, survivor.enterpriseId)))
        .isInstanceOf(Done.class);
    assertThat(survivor.manager.get(sensor).body()).contains(survivor.enterpriseName());
    assertThat(survivor.manager.get(gateway).body()).contains("一号网关（" + one.enterpriseName());
  }

  @Test
  void theListRunsThreeStatementsHoweverManySensorsItShows() {
    String gateway = one.gateway("一号网关");
    one.sensor(gateway, one.pressure("PT-1"));
    String few = "/telemetry/sensors?source=" + one.source;
    one.officer.get(few);
    List<String> of = Statements.of(() -> one.officer.get(few));
    one.sensor(gateway, one.pressure("PT-2"));
    one.sensor(gateway, one.pressure("PT-3"));
    assertThat(own(Statements.of(() -> one.officer.get(few)))).hasSize(own(of).size());
    assertThat(own(of)).hasSize(3);
    assertThat(own(Statements.of(() -> one.officer.get("/telemetry/gateways")))).hasSize(3);
  }

  private static List<String> own(List<String> statements) {
    return statements.stream()
        .filter(sql -> sql.contains("telemetry.") || sql.contains("org.division"))
        .toList();
  }
}
