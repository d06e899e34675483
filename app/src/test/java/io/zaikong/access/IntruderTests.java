package io.zaikong.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Role;
import io.zaikong.shell.Scope;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What someone tries who has no right to it, over HTTP against the real application. */
@AppTest
class IntruderTests {

  private static final String SESSION = "ZKSESSION";
  private static int people;

  @Autowired ApplicationContext context;
  private TestCity city;

  @BeforeEach
  void open() {
    city = new TestCity(context);
  }

  /** All tests come from one address, so its failures must not add up. */
  @AfterEach
  void forgetFailures() {
    city.asSystem(
        () -> {
          city.bean(AccessStore.class).deleteFailuresBefore(Instant.now().plusSeconds(60));
          return true;
        });
  }

  @Test
  void theSessionChangesAtSignInAndTheOldOneIsWorthNothing() {
    TestVisitor visitor = new TestVisitor(city.url());
    visitor.get("/login");
    String before = visitor.cookie(SESSION);
    visitor.signedIn(person(Role.OFFICER).username());
    String after = visitor.cookie(SESSION);
    assertThat(before).isNotEmpty();
    assertThat(after).isNotEmpty().isNotEqualTo(before);
    assertThat(withCookie("/inbox", before)).isEqualTo(302);
    assertThat(withCookie("/inbox", after)).isEqualTo(200);
  }

  @Test
  void theSessionEndsWithTheSignOut() {
    TestVisitor visitor = visitor(Role.OFFICER);
    String session = visitor.cookie(SESSION);
    assertThat(visitor.post("/", "/logout", Map.of()).statusCode()).isEqualTo(302);
    assertThat(withCookie("/inbox", session)).isEqualTo(302);
  }

  @Test
  void aLockedAccountRefusesTheRightPasswordAndAWrongOneAnswersLikeAnUnknownName() {
    String name = person(Role.OFFICER).username();
    assertThat(refusal("no-such-person", "Wrong-Horse-7")).endsWith("/login?refused=wrong");
    for (int i = 0; i < 5; i++) {
      assertThat(refusal(name, "Wrong-Horse-7")).endsWith("/login?refused=wrong");
    }
    assertThat(refusal(name, TestCity.PASSWORD)).endsWith("/login?refused=locked");
  }

  @Test
  void anAddressWithTooManyFailuresIsThrottled() {
    String name = person(Role.OFFICER).username();
    city.asSystem(
        () -> {
          for (int i = 0; i < 20; i++) {
            city.bean(AccessStore.class).insertFailure("127.0.0.1", Instant.now());
          }
          return true;
        });
    assertThat(refusal(name, TestCity.PASSWORD)).endsWith("/login?refused=throttled");
  }

  @Test
  void wrongCurrentPasswordsAtThePasswordPageLockTheAccountToo() {
    TestVisitor visitor = visitor(Role.OFFICER);
    for (int i = 0; i < 5; i++) {
      visitor.post("/password", "/password", change("Wrong-Horse-7"));
    }
    visitor.post("/password", "/password", change(TestCity.PASSWORD));
    String name = "intruder-" + people;
    assertThat(refusal(name, "Other-Horse-8")).endsWith("refused=locked");
  }

  @Test
  void anUnknownSetUpLinkIsGone() {
    assertThat(new TestVisitor(city.url()).get("/setup?key=unknown").statusCode()).isEqualTo(410);
    assertThat(new TestVisitor(city.url()).get("/setup").statusCode()).isEqualTo(410);
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    TestVisitor officer = visitor(Role.OFFICER);
    for (String path :
        List.of("/logout", "/password", "/imports/census", "/settings/passkeys/delete")) {
      assertThat(officer.postWithoutToken(path, "a=b").statusCode()).as(path).isEqualTo(403);
    }
    assertThat(
            new TestVisitor(city.url())
                .postWithoutToken("/login", "username=a&password=b")
                .statusCode())
        .isEqualTo(403);
    assertThat(officer.get("/inbox").statusCode()).isEqualTo(200);
  }

  @Test
  void aClosedAccountIsOutAtOnce() {
    Account account = person(Role.OFFICER);
    String token = city.token(account, "hazards:read");
    TestVisitor visitor = new TestVisitor(city.url()).signedIn(account.username());
    city.asSystem(
        () -> {
          city.bean(Accounts.class).close(account.id());
          return true;
        });
    HttpResponse<String> answer = visitor.get("/inbox");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/login?expired");
    assertProblem(call("/api/v1/units", token), 401);
    assertThat(refusal(account.username(), TestCity.PASSWORD)).endsWith("refused=wrong");
  }

  @Test
  void aTakenRoleIsGoneAtOnce() {
    Account account = person(Role.OFFICER);
    String token = city.token(account, "hazards:read");
    TestVisitor visitor = new TestVisitor(city.url()).signedIn(account.username());
    assertThat(visitor.get("/imports/census").statusCode()).isEqualTo(200);
    city.asSystem(() -> city.bean(Accounts.class).assignRoles(account.id(), Set.of(Role.AUDITOR)));
    assertThat(visitor.get("/imports/census").statusCode()).isEqualTo(403);
    assertProblem(call("/api/v1/units", token), 403);
  }

  @Test
  void aTakenScopeIsGoneAtOnce() {
    Account account = person(Role.OFFICER);
    Accounts accounts = city.bean(Accounts.class);
    city.asSystem(
        () ->
            accounts.grantScope(
                account.id(),
                new ScopeGrant(
                    0,
                    new DivisionCode("370303"),
                    null,
                    null,
                    null,
                    Set.of(),
                    LocalDate.now(Accounts.ZONE),
                    null)));
    city.asSystem(
        () -> {
          for (ScopeGrant grant : accounts.listScopes(account.id())) {
            accounts.endScope(account.id(), grant.id());
          }
          return true;
        });
    Scope left = city.asSystem(() -> accounts.actorOf(account, null, "")).scope();
    assertThat(left.covers(new DivisionCode("370303"))).isFalse();
  }

  @Test
  void aTokenOpensOnlyWhatItsRoleAndItsScopeAllow() {
    assertProblem(call("/api/v1/units", city.token(person(Role.AUDITOR), "hazards:read")), 403);
    Account officer = person(Role.OFFICER);
    assertProblem(call("/api/v1/units", city.token(officer, "journal:read")), 403);
    assertThat(call("/api/v1/units", city.token(officer, "hazards:read")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aTokenOpensNoPage() {
    String token = city.token(person(Role.OFFICER), "hazards:read");
    assertThat(call("/hazards/units", token).statusCode()).isEqualTo(302);
  }

  @Test
  void anUnknownOrRevokedTokenIsRefused() {
    Account officer = person(Role.OFFICER);
    String token = city.token(officer, "hazards:read");
    assertThat(call("/api/v1/units", token).statusCode()).isEqualTo(200);
    Tokens tokens = city.bean(Tokens.class);
    city.asSystem(
        () -> {
          tokens.revoke(officer, tokens.list(officer.id()).getFirst().id());
          return true;
        });
    assertProblem(call("/api/v1/units", token), 401);
    assertProblem(call("/api/v1/units", "zk_unknown"), 401);
    assertProblem(call("/api/v1/units", ""), 401);
  }

  @Test
  void aSessionDoesNotOpenTheApi() {
    TestVisitor visitor = visitor(Role.OFFICER);
    assertProblem(visitor.get("/api/v1/units"), 401);
    assertThat(visitor.get("/inbox").statusCode()).isEqualTo(200);
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    TestVisitor visitor = visitor(Role.OFFICER);
    for (String path : List.of("/", "/inbox", "/missing", "/hazards/units", "/assets/missing.js")) {
      HttpResponse<String> answer = visitor.get(path);
      assertThat(header(answer, "Content-Security-Policy"))
          .as(path)
          .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe-inline", "unsafe-eval", "*");
      assertThat(header(answer, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(header(answer, "X-Frame-Options")).as(path).isEqualTo("DENY");
      assertThat(header(answer, "Referrer-Policy")).as(path).isEqualTo("same-origin");
    }
    assertThat(header(visitor.get("/inbox"), "Cache-Control")).contains("no-store");
    assertThat(header(call("/api/v1/units", ""), "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
    HttpResponse<String> answer = new TestVisitor(city.url()).get("/login");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
  }

  private static Map<String, String> change(String current) {
    return Map.of("current", current, "password", "Other-Horse-8", "repeated", "Other-Horse-8");
  }

  private String refusal(String username, String password) {
    HttpResponse<String> answer =
        new TestVisitor(city.url())
            .post("/login", "/login", Map.of("username", username, "password", password));
    return header(answer, "Location");
  }

  private int withCookie(String path, String session) {
    return TestVisitor.getWithCookie(city.url() + path, SESSION + "=" + session).statusCode();
  }

  private HttpResponse<String> call(String path, String token) {
    return new TestVisitor(city.url()).api(path, token);
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private Account person(Role... roles) {
    people++;
    return city.person("intruder-" + people, "370300", roles);
  }

  private TestVisitor visitor(Role role) {
    return new TestVisitor(city.url()).signedIn(person(role).username());
  }
}
