package io.zaikong.filings;

import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.SiteDeclaration;
import io.zaikong.hazards.UnitKind;
import io.zaikong.hazards.Units;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Role;
import io.zaikong.shell.Words;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A chlorine store of level 2 with its enterprise's and its district's people, over HTTP. */
final class FilingCase {

  static final String DISTRICT = "370304";
  private static int cases;

  final TestCity city;
  final int number = ++cases;
  final long source;
  final TestVisitor enterprise;
  final TestVisitor officer;
  private @Nullable TestVisitor admin;

  FilingCase(TestCity city) {
    this.city = city;
    long enterpriseId = declare("60");
    source = city.asSystem(() -> city.bean(Units.class).listOf(enterpriseId).getFirst().id());
    ScopeGrant own =
        new ScopeGrant(0, null, null, enterpriseId, null, Set.of(), LocalDate.of(2020, 1, 1), null);
    city.person(
        "filing-e-" + number, new DivisionCode(DISTRICT), own, Role.ENTERPRISE_SAFETY_MANAGER);
    enterprise = new TestVisitor(city.url()).signedIn("filing-e-" + number);
    officer = visitor(DISTRICT, Role.OFFICER);
  }

  /** Declares so many tonnes of chlorine. */
  long declare(String tonnes) {
    return declare(new StatedChemical("7782-50-5", "氯", List.of(), tonnes));
  }

  /** Declares what cannot be judged without its working temperature. */
  long declareIncomplete() {
    return declare(new StatedChemical("", "乙酸甲酯", List.of(), "5"));
  }

  private long declare(StatedChemical chemical) {
    return city.asSystem(
        () -> {
          CreditCode code = CreditCode.completing("91%s%09d".formatted(DISTRICT, 7000 + number));
          Enterprise plant =
              Enterprise.stated(
                  code,
                  "备案例%d厂".formatted(number),
                  new DivisionCode(DISTRICT + "001"),
                  "示例路",
                  null,
                  Category.HAZCHEM_PRODUCTION,
                  "",
                  "");
          city.bean(Declarations.class)
              .declare(
                  List.of(
                      new SiteDeclaration(
                          plant,
                          60,
                          "示例",
                          List.of(
                              SiteDeclaration.Unit.of(
                                  "液氯罐区", UnitKind.STORAGE, List.of(chemical))))),
                  done -> {});
          return city.bean(Enterprises.class)
              .findAll(List.of(code.value()))
              .values()
              .iterator()
              .next()
              .id();
        });
  }

  TestVisitor visitor(String division, Role role) {
    String username = "filing-" + division + "-" + role.ordinal() + "-" + number;
    city.person(username, division, role);
    return new TestVisitor(city.url()).signedIn(username);
  }

  LocalDate today() {
    return LocalDate.ofInstant(city.bean(Clock.class).instant(), Words.ZONE);
  }

  String page() {
    return "/filings/sources/" + source;
  }

  /** Assessed by an agency, with the quantitative part that chlorine at level 2 requires. */
  HttpResponse<String> assess(LocalDate completed, boolean quantitative) {
    return enterprise.upload(
        page() + "/assessments/new",
        page()
            + "/assessments/new?kind=AGENCY&assessor=Agency&completedOn="
            + completed
            + (quantitative ? "&quantitativeDone=yes" : ""),
        "report.txt",
        bytes("report"));
  }

  /** Begins a version and gives its page. */
  String begin() {
    return location(enterprise.post(page(), page() + "/begin", Map.of()));
  }

  void provide(String filing, int... items) {
    for (int item : items) {
      enterprise.upload(
          filing, filing + "/items/" + item + "/files", "item-" + item + ".txt", bytes("i" + item));
    }
  }

  /** Everything that a first version wants. */
  String ready() {
    assess(today().minusDays(1), true);
    String filing = begin();
    provide(filing, 2, 3, 4, 5, 6, 7, 9, 10);
    return filing;
  }

  HttpResponse<String> act(TestVisitor who, String filing, String act, Map<String, String> more) {
    Map<String, String> fields = new HashMap<>(more);
    fields.putIfAbsent("revision", Integer.toString(revision(filing)));
    return who.post(page(), filing + "/" + act, fields);
  }

  int revision(String filing) {
    return city.asSystem(
            () ->
                city.bean(Filings.class)
                    .find(Long.parseLong(filing.substring(filing.lastIndexOf('/') + 1)))
                    .orElseThrow())
        .revision();
  }

  /** Who sets the district's series up. */
  TestVisitor admin() {
    TestVisitor known = admin == null ? visitor(DISTRICT, Role.SYSTEM_ADMINISTRATOR) : admin;
    admin = known;
    return known;
  }

  /** A number series of the district for a kind, and its id. */
  String series(String kind) {
    admin()
        .post(
            "/settings/documents",
            "/settings/documents",
            Map.of(
                "issuer", "博山区应急管理局" + letters() + kind.length(),
                "kind", kind,
                "word", "（博）应急备" + letters() + (kind.endsWith("summary") ? "汇" : "")));
    return city.asSystem(
        () ->
            city.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select max(id)::text from documents.series where kind = ?")
                .param(kind)
                .query(String.class)
                .single());
  }

  private String letters() {
    return "甲乙丙丁戊己庚辛壬癸".substring(number % 10, number % 10 + 1)
        + "子丑寅卯辰巳".substring(number / 10, number / 10 + 1);
  }

  /** Submitted, accepted and filed. */
  void file(String filing) {
    act(enterprise, filing, "submit", Map.of());
    act(officer, filing, "accept", Map.of());
    act(officer, filing, "file", Map.of("series", series("filings.filing")));
  }

  static byte[] bytes(String text) {
    return (text + " 内容").getBytes(StandardCharsets.UTF_8);
  }

  static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new IllegalStateException(answer.statusCode() + answer.body()))
        .replaceFirst("^https?://[^/]+", "");
  }

  static String find(String pattern, String body) {
    Matcher found = Pattern.compile(pattern).matcher(body);
    if (!found.find()) {
      throw new IllegalStateException("no " + pattern);
    }
    return found.group(1);
  }
}
