package io.zaikong.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.journal.Journal;
import io.zaikong.journal.JournalEntry;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Role;
import io.zaikong.shell.Scope;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Other limits of a sensor need two persons, by the pages and in the database. */
@AppTest
class LimitChangeTests {

  @Autowired ApplicationContext context;
  private TelemetryCase one;
  private String sensor;

  @BeforeEach
  void aSensor() {
    one = new TelemetryCase(new TestCity(context));
    sensor = one.sensor(one.gateway("一号网关"), one.pressure("PT-1"));
  }

  private HttpResponse<String> propose(TestVisitor who, String high, String reason) {
    Map<String, String> fields = one.pressure("");
    fields.put("high", high);
    fields.put("reason", reason);
    return who.post(sensor, sensor + "/limits", fields);
  }

  private LimitVersion proposed() {
    return one.city.asSystem(
        () ->
            one.city.bean(LimitChanges.class).list(TelemetryCase.id(sensor)).stream()
                .filter(v -> v.state() == LimitVersion.State.PROPOSED)
                .findFirst()
                .orElseThrow());
  }

  private String standingHigh() {
    return one.city.asSystem(
        () ->
            one.city
                .bean(Sensors.class)
                .find(TelemetryCase.id(sensor))
                .orElseThrow()
                .limits()
                .text(LimitField.HIGH));
  }

  private HttpResponse<String> act(TestVisitor who, String act, Map<String, String> fields) {
    return who.post(
        "/telemetry/gateways/new", sensor + "/limits/" + proposed().id() + "/" + act, fields);
  }

  @Test
  void onePersonRaisesNoThresholdByPagesOrApi() {
    assertThat(propose(one.manager, "1.0", "").body()).contains("reason-error");
    assertThat(propose(one.manager, "1.0", "工艺调整").statusCode()).isEqualTo(302);
    assertThat(standingHigh()).isEqualTo("0.9");
    assertThat(propose(one.manager, "1.05", "再调").body()).contains("已有一项限值变更待确认");

    HttpResponse<String> own = act(one.manager, "confirm", Map.of());
    assertThat(own.statusCode()).isEqualTo(422);
    assertThat(own.body()).contains("提出人不能确认自己的变更");
    assertThat(standingHigh()).isEqualTo("0.9");

    Account account =
        one.city.asSystem(() -> one.city.bean(Accounts.class).find(one.managerName).orElseThrow());
    String token = one.city.token(account, "telemetry:read");
    TestVisitor program = new TestVisitor(one.city.url());
    assertThat(program.api("/api/v1/sensors/" + TelemetryCase.id(sensor), token).body())
        .contains("\"PROPOSED\"");
    assertThat(program.api(sensor + "/limits", token).statusCode()).isIn(302, 401, 403);
    assertThat(
            one.manager
                .post(sensor, "/api/v1/sensors/" + TelemetryCase.id(sensor), Map.of("high", "1.0"))
                .statusCode())
        .isIn(401, 403, 404, 405);
    assertThat(standingHigh()).isEqualTo("0.9");
  }

  @Test
  void anotherPersonConfirmsAndTheToDoEnds() {
    propose(one.manager, "1.0", "工艺调整");
    String inbox = one.officer.get("/inbox").body();
    assertThat(inbox).contains("限值变更待确认", "PT-1", one.enterpriseName());
    assertThat(one.officer.get(sensor).body()).contains("工艺调整", "0.9", "确认生效");
    assertThat(act(one.officer, "confirm", Map.of("note", "同意")).statusCode()).isEqualTo(302);
    assertThat(standingHigh()).isEqualTo("1");
    assertThat(one.officer.get("/inbox").body()).doesNotContain(one.enterpriseName());
    assertThat(one.manager.get(sensor).body()).contains("已替代", "同意", one.officerName);
    assertThat(
            one.city.asSystem(
                () ->
                    one
                        .city
                        .bean(Journal.class)
                        .listFor("telemetry.sensor", "" + TelemetryCase.id(sensor), 9)
                        .stream()
                        .map(JournalEntry::act)
                        .toList()))
        .containsExactly("sensor.limits.confirm", "sensor.limits.propose", "sensor.add");
  }

  @Test
  void aColleagueIsAskedBesideTheBureauAndMayRefuseWithAReason() {
    TestVisitor colleague = one.manager("tele-2-" + one.number);
    propose(one.manager, "1.0", "工艺调整");
    assertThat(colleague.get("/inbox").body()).contains("限值变更待确认", "PT-1");
    assertThat(act(colleague, "refuse", Map.of("note", "")).body()).contains("note-error");
    assertThat(act(colleague, "refuse", Map.of("note", "依据不足")).statusCode()).isEqualTo(302);
    assertThat(standingHigh()).isEqualTo("0.9");
    assertThat(colleague.get("/inbox").body()).doesNotContain("PT-1");
    assertThat(propose(one.manager, "1.0", "补充依据").statusCode()).isEqualTo(302);
    assertThat(act(colleague, "withdraw", Map.of()).body()).contains("只有提出人可以撤回");
    assertThat(act(one.manager, "withdraw", Map.of()).statusCode()).isEqualTo(302);
    assertThat(one.manager.get(sensor).body()).contains("已撤回", "依据不足");
  }

  @Test
  void aStoppedSensorNeedsTheSecondPersonToo() {
    one.manager.post(
        sensor + "/state", sensor + "/state", Map.of("state", "STOPPED", "reason", "停用"));
    assertThat(propose(one.manager, "1.0", "工艺调整").statusCode()).isEqualTo(302);
    assertThat(standingHigh()).isEqualTo("0.9");
  }

  /** What a fault of the program would try; the system acts here, as the account 0. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update telemetry.limits set state = 'STANDING', decided_by = 0, decided_by_name = 'x',"
            + " decided_at = now(), decision_note = '' where id = :id",
        "update telemetry.limits set state = 'STANDING' where id = :id",
        "update telemetry.limits set state = 'STANDING', decided_by = 7, decided_by_name = 'x',"
            + " decided_at = now(), decision_note = '' where id = :id",
        "update telemetry.limits set high = 9 where id = :id",
        "update telemetry.limits set proposed_by = 7 where id = :id",
        "insert into telemetry.limits (sensor_id, first, state, offline_after_s, edition, reason,"
            + " proposed_by, proposed_by_name, proposed_at) select sensor_id, true, 'STANDING', 9,"
            + " '', 'x', 0, 'x', now() from telemetry.limits where id = :id",
        "insert into telemetry.limits (sensor_id, first, state, offline_after_s, edition, reason,"
            + " proposed_by, proposed_by_name, proposed_at) select sensor_id, false, 'STANDING', 9,"
            + " '', 'x', 0, 'x', now() from telemetry.limits where id = :id",
        "insert into telemetry.limits (sensor_id, first, state, offline_after_s, edition, reason,"
            + " proposed_by, proposed_by_name, proposed_at) select sensor_id, false, 'PROPOSED', 9,"
            + " '', 'x', 7, 'x', now() from telemetry.limits where id = :id"
      })
  void theDatabaseItselfRefusesOnePersonAlone(String statement) {
    Map<LimitField, BigDecimal> values = new EnumMap<>(LimitField.class);
    values.put(LimitField.HIGH, BigDecimal.ONE);
    values.put(LimitField.OFFLINE_AFTER_S, BigDecimal.TEN);
    one.city.asSystem(
        () ->
            one.city
                .bean(LimitChanges.class)
                .propose(
                    one.city.bean(Sensors.class).find(TelemetryCase.id(sensor)).orElseThrow(),
                    new Limits(values),
                    "例"));
    long version = proposed().id();
    JdbcClient jdbc = one.city.bean(JdbcClient.class);

    assertThatThrownBy(
            () -> one.city.asSystem(() -> jdbc.sql(statement).param("id", version).update()))
        .isInstanceOf(org.springframework.dao.DataAccessException.class);
    assertThat(standingHigh()).isEqualTo("0.9");
  }

  @Test
  void everyTableIsSeenByTerritoryAndEnterpriseAlone() {
    propose(one.manager, "1.0", "工艺调整");
    one.manager.post(
        sensor + "/state", sensor + "/state", Map.of("state", "STOPPED", "reason", "停用"));
    String gateway = one.gateway("二号网关");
    one.manager.post(gateway, gateway + "/token", Map.of());
    one.city.asSystem(
        () -> {
          one.city
              .bean(GatewayRegister.class)
              .noteError(TelemetryCase.id(gateway), "MALFORMED", "", "x");
          return true;
        });
    Scope elsewhere = Scope.of(new io.zaikong.kit.DivisionCode("370303"));
    assertThat(rows(Scope.ofEnterprise(one.enterpriseId))).doesNotContain(0L);
    assertThat(rows(Scope.of(new io.zaikong.kit.DivisionCode(TelemetryCase.DISTRICT))))
        .doesNotContain(0L);
    assertThat(rows(elsewhere)).containsOnly(0L);
    assertThat(rows(Scope.nothing())).containsOnly(0L);
  }

  private List<Long> rows(Scope scope) {
    TransactionTemplate transactions =
        new TransactionTemplate(one.city.bean(PlatformTransactionManager.class));
    JdbcClient jdbc = one.city.bean(JdbcClient.class);
    return Actor.system("test", scope)
        .call(
            () ->
                Objects.requireNonNull(
                    transactions.execute(
                        status ->
                            List.of(
                                count(jdbc, "select count(*) from telemetry.gateway"),
                                count(jdbc, "select count(*) from telemetry.credential"),
                                count(jdbc, "select count(*) from telemetry.gateway_error"),
                                count(jdbc, "select count(*) from telemetry.sensor"),
                                count(jdbc, "select count(*) from telemetry.sensor_state"),
                                count(jdbc, "select count(*) from telemetry.limits")))));
  }

  private static long count(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  @Test
  void aChiefReadsAndChangesNothing() {
    one.city.person("tele-read-" + one.number, TelemetryCase.DISTRICT, Role.CHIEF);
    TestVisitor chief = new TestVisitor(one.city.url()).signedIn("tele-read-" + one.number);
    propose(one.manager, "1.0", "工艺调整");
    assertThat(chief.get(sensor).body()).contains("工艺调整").doesNotContain("确认生效");
    assertThat(
            chief
                .post(sensor, sensor + "/limits/" + proposed().id() + "/confirm", Map.of())
                .statusCode())
        .isEqualTo(403);
  }
}
