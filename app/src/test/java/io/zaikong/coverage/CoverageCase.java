package io.zaikong.coverage;

import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.SiteDeclaration;
import io.zaikong.hazards.UnitKind;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.shell.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Enterprises of a census, their people and the bureau's, made through the use cases. */
final class CoverageCase {

  private static int number;

  final TestCity city;

  CoverageCase(TestCity city) {
    this.city = city;
  }

  LocalDate today() {
    return LocalDate.ofInstant(city.bean(Clock.class).instant(), Words.ZONE);
  }

  /** A round of one category, so that only the test's own enterprises are in it. */
  Round open(Category category, LocalDate due) {
    TestVisitor officer = officer("370300");
    if (city.asSystem(() -> city.bean(Rounds.class).findOpen()).isPresent()) {
      officer.post("/census/round", "/census/round/close", java.util.Map.of("close_reason", "下一轮"));
    }
    var answer =
        officer.post(
            "/census/round",
            "/census/round",
            java.util.Map.of(
                "name",
                "普查例",
                "categories",
                category.name(),
                "opened_on",
                due.minusMonths(2).toString(),
                "due_on",
                due.toString()));
    if (answer.statusCode() != 302) {
      throw new IllegalStateException(answer.body());
    }
    return city.asSystem(() -> city.bean(Rounds.class).findOpen()).orElseThrow();
  }

  /** Registered, nothing declared. */
  long enterprise(String name, String division, Category category) {
    return city.asSystem(
        () -> {
          Enterprise stated = stated(name, division, category);
          String code = stated.creditCode().value();
          return Objects.requireNonNull(
              city.bean(Enterprises.class).register(List.of(stated)).get(code));
        });
  }

  static Enterprise stated(String name, String division, Category category) {
    number++;
    return Enterprise.stated(
        CreditCode.completing("91%s%09d".formatted(division.substring(0, 6), 55_000 + number)),
        name,
        new DivisionCode(division),
        "示例路" + number + "号",
        null,
        category,
        "",
        "");
  }

  /** Declares a unit of the enterprise; without a quantity only the site. */
  void declare(long enterpriseId, SiteDeclaration.Unit... units) {
    city.asSystem(
        () ->
            city.bean(Declarations.class)
                .declare(
                    List.of(
                        new SiteDeclaration(
                            city.bean(Enterprises.class).find(enterpriseId).orElseThrow(),
                            0,
                            "示例",
                            List.of(units))),
                    done -> {}));
  }

  static SiteDeclaration.Unit ammonia() {
    return SiteDeclaration.Unit.of(
        "液氨罐区", UnitKind.STORAGE, List.of(new StatedChemical("7664-41-7", "氨", List.of(), "5")));
  }

  /** A unit of which the working temperature is not stated, so that it cannot be judged. */
  static SiteDeclaration.Unit unknown() {
    return SiteDeclaration.Unit.of(
        "不明罐区", UnitKind.STORAGE, List.of(new StatedChemical("79-20-9", "乙酸甲酯", List.of(), "50")));
  }

  TestVisitor officer(String division) {
    return visitor(person(division, Role.OFFICER));
  }

  Account person(String division, Role role) {
    number++;
    return city.person("coverage-" + number, division, role);
  }

  TestVisitor visitor(Account account) {
    return new TestVisitor(city.url()).signedIn(account.username());
  }

  TestVisitor manager(long enterpriseId, String division) {
    number++;
    ScopeGrant own =
        new ScopeGrant(0, null, null, enterpriseId, null, Set.of(), LocalDate.of(2020, 1, 1), null);
    city.person(
        "coverage-" + number, new DivisionCode(division), own, Role.ENTERPRISE_SAFETY_MANAGER);
    return new TestVisitor(city.url()).signedIn("coverage-" + number);
  }

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new IllegalStateException(refused.reason());
    };
  }
}
