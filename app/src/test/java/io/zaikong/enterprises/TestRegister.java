package io.zaikong.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Role;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** People and enterprises of the tests of the register. */
final class TestRegister {

  static final String TOWNSHIP = "370303102";

  private static int people;
  private static int codes;

  private final TestCity city;

  TestRegister(ApplicationContext context) {
    city = new TestCity(context);
  }

  TestCity city() {
    return city;
  }

  /** A new account's. */
  static String name() {
    return "register-" + ++people;
  }

  TestVisitor visitor(String division, Role role) {
    return signedIn(city.person(name(), division, role));
  }

  TestVisitor signedIn(Account account) {
    return new TestVisitor(city.url()).signedIn(account.username());
  }

  /** A safety manager of the enterprise, signed in. */
  TestVisitor manager(long enterpriseId) {
    return signedIn(managerOf(enterpriseId, null));
  }

  Account managerOf(long enterpriseId, @Nullable LocalDate to) {
    ScopeGrant own =
        new ScopeGrant(0, null, null, enterpriseId, null, Set.of(), LocalDate.of(2020, 1, 1), to);
    return city.person(name(), new DivisionCode("370303"), own, Role.ENTERPRISE_SAFETY_MANAGER);
  }

  static CreditCode code() {
    return CreditCode.completing("91370303MAENT%04d".formatted(++codes));
  }

  /** The form of a new enterprise. */
  static Map<String, String> typed(CreditCode code, String name) {
    Map<String, String> typed = new HashMap<>();
    typed.put("credit_code", code.value());
    typed.put("name", name);
    typed.put("division", TOWNSHIP);
    typed.put("address", "登记路" + code.value().substring(13) + "号");
    typed.put("categories", "危险化学品经营");
    return typed;
  }

  long add(TestVisitor officer, Map<String, String> typed) {
    return id(officer.post("/enterprises/new", "/enterprises/new", typed));
  }

  /** The number at the end of the address that an act leads to. */
  static long id(HttpResponse<String> redirect) {
    String path = path(redirect);
    return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
  }

  static String path(HttpResponse<String> redirect) {
    assertThat(redirect.statusCode()).as(redirect.body()).isEqualTo(302);
    return URI.create(redirect.headers().firstValue("Location").orElseThrow()).getPath();
  }

  static String search(String text) {
    return "/enterprises?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
