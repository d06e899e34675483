package io.zaikong.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.shell.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class NoticePagesTests {

  private static final String DISTRICT = "370306";

  private final TestCity city;

  @Autowired
  NoticePagesTests(ApplicationContext context) {
    city = new TestCity(context);
  }

  private NewNotice notice(long id, Account owner, String title) {
    return NewNotice.of(
        "account.waiting",
        Subject.of("org.account", id, new DivisionCode(DISTRICT)),
        title,
        "/settings/contact?of=" + id,
        new Owner.Person(owner.id()));
  }

  private void raise(NewNotice notice) {
    city.asSystem(
        () -> {
          city.bean(Notices.class).raise(notice);
          return true;
        });
  }

  /** A message that was given up. */
  private long failed(NewNotice notice, Account to) {
    raise(notice);
    return city.asSystem(
        () ->
            city.bean(JdbcClient.class)
                .sql(
                    """
                    insert into notices.delivery (notice_id, account_id, channel, urgent, state, attempts, next_at, error)
                    select id, ?, 'SMS', false, 'FAILED', 10, now(), 'HTTP 503' from notices.notice
                    where subject_id = ? returning id
                    """)
                .params(to.id(), notice.subject().id())
                .query(Long.class)
                .single());
  }

  @Test
  void theInboxShowsDaysLeftClauseAndActAndTheMenuItsCount() {
    Account officer = city.person("ntc-off1", DISTRICT, Role.OFFICER);
    raise(
        notice(9_000_001, officer, "重新备案 <一号>")
            .withDue(new Due(LocalDate.of(2020, 1, 2), "令40 第十条", false)));
    raise(notice(9_000_002, officer, "普通事项"));
    TestVisitor visitor = new TestVisitor(city.url()).signedIn("ntc-off1");

    String page = visitor.get("/inbox").body();
    assertThat(page)
        .contains("共 2 条", "已逾期", "2020-01-02 到期", "令40 第十条", "9000001", "授予角色")
        .contains("重新备案 &lt;一号&gt;");
    assertThat(visitor.get("/inbox?due=overdue").body()).contains("重新备案").doesNotContain("普通事项");
    assertThat(visitor.get("/inbox?kind=none").body()).contains("没有符合条件");
    assertThat(visitor.get("/settings").body()).containsPattern("badge[^>]*>2<");
  }

  @Test
  void aTokensPersonReadsHisInboxAndATokenWithoutThatScopeDoesNot() {
    Account officer = city.person("ntc-off2", DISTRICT, Role.OFFICER);
    Account other = city.person("ntc-off3", DISTRICT, Role.OFFICER);
    raise(notice(9_000_003, officer, "接口事项").withDue(Due.by(LocalDate.of(2030, 1, 2), "")));
    TestVisitor program = new TestVisitor(city.url());

    assertThat(program.api("/api/v1/inbox", city.token(officer, "inbox:read")).body())
        .contains("\"total\":1", "接口事项", "2030-01-02");
    assertThat(program.api("/api/v1/inbox", city.token(other, "inbox:read")).body())
        .contains("\"total\":0");
    assertThat(program.api("/api/v1/inbox", city.token(officer, "hazards:read")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void anAdministratorSetsTheGatewayWhichNeverIsTheOwnMachineAndSeesItsSecretNoMore() {
    city.person("ntc-sys1", "370300", Role.SYSTEM_ADMINISTRATOR);
    TestVisitor visitor = new TestVisitor(city.url()).signedIn("ntc-sys1");
    String page = "/settings/delivery";
    String secret = "secret-that-stays-hidden";

    for (String url :
        List.of("http://127.0.0.1:5432/", "https://169.254.169.254/latest", "http://[::1]/")) {
      assertThat(visitor.post(page, page + "/hook", Map.of("url", url, "secret", secret)).body())
          .contains("不得指向本机", url)
          .doesNotContain(secret);
    }
    assertThat(
            visitor
                .post(page, page + "/hook", Map.of("url", "http://203.0.113.7/", "secret", secret))
                .body())
        .contains("仅限内网");
    Map<String, String> good = Map.of("url", "https://10.1.2.3/sms", "secret", secret);
    assertThat(visitor.post(page, page + "/hook", good).statusCode()).isEqualTo(302);
    assertThat(visitor.get(page).body()).contains("10.1.2.3", "已保存").doesNotContain(secret);
    assertThat(visitor.post(page, page + "/quiet", Map.of("quiet", "25:00")).body())
        .contains("应为两个时刻");
    assertThat(visitor.post(page, page + "/remove", Map.of("kind", "HOOK")).statusCode())
        .isEqualTo(302);
    city.person("ntc-off4", DISTRICT, Role.OFFICER);
    TestVisitor officer = new TestVisitor(city.url()).signedIn("ntc-off4");
    assertThat(officer.get(page).statusCode()).isEqualTo(403);
    assertThat(officer.get("/deliveries").statusCode()).isEqualTo(403);
  }

  @Test
  void aPersonSetsTheOwnAddressesOnly() {
    city.person("ntc-off5", DISTRICT, Role.OFFICER);
    TestVisitor visitor = new TestVisitor(city.url()).signedIn("ntc-off5");
    String page = "/settings/contact";

    assertThat(visitor.post(page, page, Map.of("MAIL", "a@b.c\r\nBcc: x@y.z")).body())
        .contains("应为一个电子邮箱地址");
    assertThat(visitor.post(page, page, Map.of("SMS", "13800000000")).statusCode()).isEqualTo(302);
    assertThat(visitor.get(page).body()).contains("13800000000");
  }

  @Test
  void whatFailedIsShownToTheTerritorysAdministratorAndSentAgain() {
    Account officer = city.person("ntc-off6", DISTRICT, Role.OFFICER);
    city.person("ntc-sys2", DISTRICT, Role.SYSTEM_ADMINISTRATOR);
    city.person("ntc-sys3", "370303", Role.SYSTEM_ADMINISTRATOR);
    long id = failed(notice(9_000_006, officer, "未能送达"), officer);
    TestVisitor visitor = new TestVisitor(city.url()).signedIn("ntc-sys2");
    TestVisitor elsewhere = new TestVisitor(city.url()).signedIn("ntc-sys3");
    String resend = "/deliveries/" + id + "/resend";

    assertThat(elsewhere.get("/deliveries").body()).doesNotContain("未能送达");
    assertThat(elsewhere.post("/deliveries", resend, Map.of()).body()).contains("不是失败状态");
    assertThat(visitor.get("/deliveries?state=FAILED").body()).contains("HTTP 503", "ntc-off6");
    assertThat(visitor.post("/deliveries", resend, Map.of()).statusCode()).isEqualTo(302);
    assertThat(visitor.get("/deliveries?state=FAILED").body()).doesNotContain("未能送达");
  }

  @Test
  void aReceiptWithoutSignatureOrTooLargeIsRefused() throws Exception {
    assertThat(postReceipt("{}")).isEqualTo(401);
    assertThat(postReceipt("x".repeat(17_000))).isEqualTo(413);
  }

  private int postReceipt(String body) throws Exception {
    try (HttpClient gateway = HttpClient.newHttpClient()) {
      return gateway
          .send(
              HttpRequest.newBuilder(URI.create(city.url() + "/gateway/receipts"))
                  .header("Zaikong-Timestamp", "1")
                  .header("Zaikong-Signature", "v1=00")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    }
  }
}
