package io.zaikong.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Role;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@AppTest
class AccountPagesTests {

  private static final String DISTRICT = "370302";
  private final TestCity city;

  @Autowired
  AccountPagesTests(ApplicationContext context) {
    city = new TestCity(context);
  }

  private TestVisitor visitor(String username, Role role) {
    city.person(username, DISTRICT, role);
    return new TestVisitor(city.url()).signedIn(username);
  }

  private HttpResponse<String> create(TestVisitor visitor, String username, String division) {
    return visitor.post(
        "/accounts/new",
        "/accounts/new",
        Map.of("username", username, "name", "张三", "phone", "", "division", division));
  }

  /** An account without role and scope. */
  private long waiting(String username) {
    return city.asSystem(
        () -> {
          Accounts accounts = city.bean(Accounts.class);
          accounts.create(username, username, "", new DivisionCode(DISTRICT));
          return accounts.find(username).orElseThrow().id();
        });
  }

  private Account account(long id) {
    return city.asSystem(() -> city.bean(Accounts.class).find(id).orElseThrow());
  }

  @Test
  void aSystemAdministratorMakesAccountsOfHisOwnDistrictOnly() {
    TestVisitor visitor = visitor("acc-sys1", Role.SYSTEM_ADMINISTRATOR);

    assertThat(create(visitor, "acc-new1", DISTRICT).headers().firstValue("Location").orElse(""))
        .contains("/accounts/");
    assertThat(create(visitor, "acc-new2", "370303").body()).contains("不在您的数据范围内");
    assertThat(create(visitor, "acc-new3", "379999").body()).contains("没有代码为");
    assertThat(visitor.get("/accounts?waiting=1").body())
        .contains("acc-new1")
        .doesNotContain("acc-new2", "acc-new3");
  }

  @Test
  void aSecurityAdministratorGivesRoleAndScope() {
    TestVisitor visitor = visitor("acc-sec1", Role.SECURITY_ADMINISTRATOR);
    long id = waiting("acc-new4");
    String page = "/accounts/" + id;
    assertThat(visitor.get("/inbox").body()).contains("href=\"" + page + "\"");

    assertThat(visitor.post(page, page + "/roles", Map.of("role", "OFFICER")).statusCode())
        .isEqualTo(302);
    assertThat(visitor.post(page, page + "/scopes", Map.of("division", DISTRICT)).statusCode())
        .isEqualTo(302);
    assertThat(account(id).roles()).containsExactly(Role.OFFICER);
    assertThat(visitor.get("/inbox").body()).doesNotContain("href=\"" + page + "\"");
    assertThat(city.asSystem(() -> city.bean(Accounts.class).listScopes(id)))
        .extracting(s -> String.valueOf(s.division()))
        .containsExactly(DISTRICT);
    assertThat(visitor.get(page).body()).contains("授予数据范围", "授予角色");
    assertThat(visitor.post(page, page + "/scopes", Map.of("division", "370303")).body())
        .contains("超出您自己的数据范围");
    assertThat(visitor.post(page, page + "/scopes", Map.of("enterprise", "999999")).body())
        .contains("没有编号为");
    assertThat(visitor.get("/accounts/new").statusCode()).isEqualTo(403);
  }

  @Test
  void rolesOfTwoAdministratorsAreRefusedWithTheClause() {
    TestVisitor visitor = visitor("acc-sec2", Role.SECURITY_ADMINISTRATOR);
    long id = waiting("acc-new5");
    String page = "/accounts/" + id;

    String answer =
        visitor.post(page, page + "/roles", Map.of("role", "SYSTEM_ADMINISTRATOR,AUDITOR")).body();
    assertThat(answer).contains("相互分立", "GB/T 22239-2019 8.1.5");
    assertThat(account(id).roles()).isEmpty();
  }

  @Test
  void aSystemAdministratorResetsAPasswordButNotTheAuditors() {
    TestVisitor visitor = visitor("acc-sys2", Role.SYSTEM_ADMINISTRATOR);
    Account auditor = city.person("acc-aud2", DISTRICT, Role.AUDITOR);
    Account officer = city.person("acc-off2", DISTRICT, Role.OFFICER);
    String one = "/accounts/" + officer.id();
    String other = "/accounts/" + auditor.id();

    assertThat(visitor.post(one, one + "/password", Map.of()).body()).contains("一次性密码");
    assertThat(account(officer.id()).mustChangePassword()).isTrue();
    assertThat(visitor.post(other, other + "/password", Map.of()).body())
        .contains("GB/T 22239-2019 8.1.5");
    assertThat(account(auditor.id()).mustChangePassword()).isFalse();
    assertThat(visitor.post(one, one + "/roles", Map.of("role", "CHIEF")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void anOfficerOpensNeitherAccountsNorJournal() {
    TestVisitor visitor = visitor("acc-off1", Role.OFFICER);

    assertThat(visitor.get("/accounts").statusCode()).isEqualTo(403);
    assertThat(visitor.get("/journal").statusCode()).isEqualTo(403);
  }

  @Test
  void theAuditorReadsTheJournalAndThatIsWrittenDown() {
    TestVisitor visitor = visitor("acc-aud1", Role.AUDITOR);

    assertThat(visitor.get("/journal").body()).contains("最新区块高度");
    assertThat(visitor.get("/journal?act=journal.read&actor=acc-aud1&from=2020-01-01").body())
        .contains("共 1 条", "查阅操作日志");
  }
}
