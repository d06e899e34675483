package io.zaikong.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.Words;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Access tokens by the pages, and what the API of accounts and journal gives with them. */
@AppTest
class TokenPagesTests {

  private static final Pattern SECRET = Pattern.compile("zk_[\\w-]{40,}");
  private static final String OWN = "/settings/tokens";

  private final TestCity city;

  @Autowired
  TokenPagesTests(ApplicationContext context) {
    city = new TestCity(context);
  }

  private TestVisitor visitor(String username, String division, Role role) {
    city.person(username, division, role);
    return new TestVisitor(city.url()).signedIn(username);
  }

  private String make(TestVisitor visitor, String name, String scope) {
    String answer =
        visitor.post(OWN, OWN, Map.of("name", name, "scopes", scope, "days", "30")).body();
    Matcher secret = SECRET.matcher(answer);
    assertThat(secret.find()).as(answer).isTrue();
    return secret.group();
  }

  private int status(String path, String token) {
    return new TestVisitor(city.url()).api(path, token).statusCode();
  }

  @Test
  void aTokenIsShownOnceWorksAndIsRevoked() {
    TestVisitor officer = visitor("tok-officer", "370302", Role.OFFICER);
    String token = make(officer, "省平台", "org:read");
    String list = officer.get(OWN).body();

    assertThat(list).contains("省平台", "未使用").doesNotContain(token);
    assertThat(status("/api/v1/divisions", token)).isEqualTo(200);
    assertThat(officer.get(OWN).body()).doesNotContain("未使用");
    Matcher id = Pattern.compile("name=\"id\" value=\"(\\d+)\"").matcher(list);
    assertThat(id.find()).isTrue();
    officer.post(OWN, OWN + "/revoke", Map.of("id", id.group(1)));
    assertThat(status("/api/v1/divisions", token)).isEqualTo(401);
    assertThat(officer.get(OWN).body()).contains("已撤销");
  }

  @Test
  void aTokenIsRefusedInWordsAndOffersOnlyWhatTheRoleMayCall() {
    TestVisitor officer = visitor("tok-words", "370302", Role.OFFICER);

    assertThat(officer.get(OWN).body())
        .contains("org:read", "hazards:read")
        .doesNotContain("accounts:read", "journal:read");
    assertThat(officer.post(OWN, OWN, Map.of("name", "a", "days", "30")).body())
        .contains("请至少选择一项");
    assertThat(
            officer.post(OWN, OWN, Map.of("name", "a", "scopes", "org:read", "days", "367")).body())
        .contains("1 至 366");
    assertThat(officer.post(OWN, OWN, Map.of("scopes", "org:read", "days", "3")).body())
        .contains("名称为 1 至 50");
  }

  @Test
  void aSecurityAdministratorRevokesTokensOfHisTerritoryOnly() {
    TestVisitor here = visitor("tok-here", "370302", Role.OFFICER);
    TestVisitor there = visitor("tok-there", "370303", Role.OFFICER);
    String mine = make(here, "本区", "org:read");
    String other = make(there, "外区", "org:read");
    TestVisitor security = visitor("tok-sec", "370302", Role.SECURITY_ADMINISTRATOR);

    assertThat(security.get("/tokens").body()).contains("本区").doesNotContain("外区", "tok-there");
    assertThat(revoke(security, "tok-there").statusCode()).isEqualTo(404);
    assertThat(status("/api/v1/agencies", other)).isEqualTo(200);
    revoke(security, "tok-here");
    assertThat(status("/api/v1/agencies", mine)).isEqualTo(401);
    assertThat(here.get("/tokens").statusCode()).isEqualTo(403);
  }

  @Test
  void everyScopeOfATokenHasItsWords() {
    Words words = city.bean(Texts.class).in(Locale.SIMPLIFIED_CHINESE);
    assertThat(Tokens.SCOPES).allMatch(scope -> words.has("tokens.scope." + scope));
  }

  /** Nobody else's token by its number. */
  @Test
  void onesOwnPageRevokesNobodyElses() {
    TestVisitor owner = visitor("tok-owner", "370302", Role.OFFICER);
    String token = make(owner, "所有者", "org:read");
    TestVisitor thief = visitor("tok-thief", "370302", Role.OFFICER);

    thief.post(OWN, OWN + "/revoke", Map.of("id", tokenOf("tok-owner")));
    assertThat(status("/api/v1/agencies", token)).isEqualTo(200);
  }

  @Test
  void theApiGivesAccountsOfTheTerritoryWithoutSecrets() {
    Account other = city.person("tok-far", "370303", Role.OFFICER);
    Account near = city.person("tok-near", "370302", Role.OFFICER);
    Account district = city.person("tok-sys", "370302", Role.SYSTEM_ADMINISTRATOR);
    String token = city.token(district, "accounts:read");
    TestVisitor program = new TestVisitor(city.url());

    assertThat(program.api("/api/v1/accounts?size=1000", token).body())
        .contains("tok-near", "\"total\"")
        .doesNotContain("tok-far", "argon2", "assword");
    assertThat(program.api("/api/v1/accounts/" + near.id(), token).body())
        .contains("\"OFFICER\"", "370302");
    assertThat(status("/api/v1/accounts/" + other.id(), token)).isEqualTo(404);
    assertThat(status("/api/v1/accounts?size=1001", token)).isEqualTo(400);
    assertThat(status("/api/v1/accounts", city.token(near, "accounts:read"))).isEqualTo(403);
    assertThat(status("/api/v1/journal", city.token(district, "journal:read"))).isEqualTo(403);
  }

  @Test
  void theApiGivesTheAuditorTheJournalAsJson() {
    Account auditor = city.person("tok-auditor", "370302", Role.AUDITOR);
    String token = city.token(auditor, "journal:read");
    TestVisitor program = new TestVisitor(city.url());

    HttpResponse<String> answer =
        program.api("/api/v1/journal?act=account.create&from=2020-01-01", token);
    assertThat(answer.body()).contains("\"detail\":{\"", "tok-auditor");
    assertThat(program.api("/api/v1/journal?act=journal.read", token).body())
        .contains("\"actorName\":\"tok-auditor\"");
    assertThat(status("/api/v1/journal", city.token(auditor, "accounts:read"))).isEqualTo(403);
    assertThat(status("/api/v1/journal?from=yesterday", token)).isEqualTo(400);
  }

  private HttpResponse<String> revoke(TestVisitor security, String username) {
    String account =
        city.asSystem(() -> city.bean(Accounts.class).find(username).orElseThrow().id()).toString();
    return security.post(
        "/accounts", "/tokens/revoke", Map.of("account", account, "id", tokenOf(username)));
  }

  private String tokenOf(String username) {
    return city.asSystem(
        () -> {
          long account = city.bean(Accounts.class).find(username).orElseThrow().id();
          return Long.toString(city.bean(Tokens.class).list(account).getFirst().id());
        });
  }
}
