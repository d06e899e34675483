package io.zaikong.telemetry;

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
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An enterprise with a chlorine store, its safety manager and an officer, over HTTP. */
final class TelemetryCase {

  static final String DISTRICT = "370304";
  private static int cases;

  final TestCity city;
  final int number = ++cases;
  final String code = CreditCode.completing("91%s%09d".formatted(DISTRICT, 8800 + number)).value();
  final long enterpriseId;
  final long source;
  final String managerName = "tele-m-" + number;
  final String officerName = "tele-o-" + number;
  final TestVisitor manager;
  final TestVisitor officer;

  TelemetryCase(TestCity city) {
    this.city = city;
    enterpriseId = city.asSystem(this::declare);
    source = city.asSystem(() -> city.bean(Units.class).listOf(enterpriseId).getFirst().id());
    manager = manager(managerName);
    city.person(officerName, DISTRICT, Role.OFFICER);
    officer = new TestVisitor(city.url()).signedIn(officerName);
  }

  /** Another safety manager of the enterprise. */
  TestVisitor manager(String username) {
    ScopeGrant own =
        new ScopeGrant(0, null, null, enterpriseId, null, Set.of(), LocalDate.of(2020, 1, 1), null);
    city.person(username, new DivisionCode(DISTRICT), own, Role.ENTERPRISE_SAFETY_MANAGER);
    return new TestVisitor(city.url()).signedIn(username);
  }

  String enterpriseName() {
    return "测点例%d厂".formatted(number);
  }

  private long declare() {
    Enterprise plant =
        Enterprise.stated(
            new CreditCode(code),
            enterpriseName(),
            new DivisionCode(DISTRICT + "001"),
            "示例路",
            null,
            Category.HAZCHEM_PRODUCTION,
            "",
            "");
    StatedChemical chlorine = new StatedChemical("7782-50-5", "氯", List.of(), "60");
    city.bean(Declarations.class)
        .declare(
            List.of(
                new SiteDeclaration(
                    plant,
                    60,
                    "示例",
                    List.of(SiteDeclaration.Unit.of("液氯罐区", UnitKind.STORAGE, List.of(chlorine))))),
            done -> {});
    return city.bean(Enterprises.class).findAll(List.of(code)).values().iterator().next().id();
  }

  /** Registers a gateway and gives its page. */
  String gateway(String name) {
    return location(
        manager.post(
            "/telemetry/gateways/new",
            "/telemetry/gateways/new",
            Map.of("enterprise", Long.toString(enterpriseId), "name", name, "note", "")));
  }

  /** What a pressure sensor is registered with. */
  Map<String, String> pressure(String tag) {
    Map<String, String> fields = new HashMap<>();
    fields.put("kind", "PRESSURE");
    fields.put("tag", tag);
    fields.put("name", "一号罐压力");
    fields.put("source", Long.toString(source));
    fields.put("unit", "MPa");
    fields.put("rangeLow", "0");
    fields.put("rangeHigh", "1.6");
    fields.put("high", "0.9");
    fields.put("highHigh", "1.1");
    fields.put("hysteresis", "0.02");
    fields.put("onDelayS", "2");
    fields.put("offlineAfterS", "120");
    return fields;
  }

  /** What a detector of combustible gas is registered with. */
  Map<String, String> gas(String tag, String high) {
    Map<String, String> fields = pressure(tag);
    fields.put("kind", "COMBUSTIBLE_GAS");
    fields.put("unit", "%LEL");
    fields.put("rangeHigh", "100");
    fields.put("high", high);
    fields.put("highHigh", "50");
    fields.put("hysteresis", "1");
    return fields;
  }

  HttpResponse<String> register(TestVisitor who, String gateway, Map<String, String> fields) {
    String form = gateway + "/sensors/new";
    return who.post("/telemetry/gateways/new", form, fields);
  }

  /** Registers a sensor and gives its page. */
  String sensor(String gateway, Map<String, String> fields) {
    return location(register(manager, gateway, fields));
  }

  static long id(String page) {
    return Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
  }

  static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new IllegalStateException(answer.statusCode() + answer.body()))
        .replaceFirst("^https?://[^/]+", "");
  }
}
