package io.zaikong.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestVisitor;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.SiteDeclaration;
import io.zaikong.hazards.UnitKind;
import io.zaikong.hazards.Units;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.journal.JournalEntry;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.notices.NewNotice;
import io.zaikong.notices.Notices;
import io.zaikong.notices.Owner;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Role;
import io.zaikong.shell.Words;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Suspected duplicates over HTTP, and what merging moves. */
@AppTest
class DuplicateTests {

  @Autowired ApplicationContext context;
  private TestRegister register;

  @BeforeEach
  void start() {
    register = new TestRegister(context);
  }

  @Test
  void aPersonMergesADuplicateAndWhatItHadFollows() {
    TestVisitor officer = register.visitor("370303", Role.OFFICER);
    CreditCode first = TestRegister.code();
    CreditCode second = TestRegister.code();
    long kept = register.add(officer, TestRegister.typed(first, "登记重复（张店）有限公司"));
    long merged = register.add(officer, TestRegister.typed(second, "登记重复(张店)有限责任公司"));
    declareUnit(second, "登记重复(张店)有限责任公司");
    String there = "/enterprises/" + merged;
    officer.post(there, there + "/workshops", Map.of("workshop", "老车间"));
    assertThat(officer.get("/duplicates").body()).contains("名称相同", "登记重复（张店）有限公司");
    assertThat(register.visitor("370302", Role.OFFICER).get("/duplicates").body())
        .doesNotContain("登记重复");

    HttpResponse<String> answer =
        officer.post(
            "/duplicates",
            "/duplicates/merge",
            Map.of("merged", "" + merged, "survivor", "" + kept));
    assertThat(TestRegister.id(answer)).isEqualTo(kept);
    assertThat(officer.get(there).headers().firstValue("Location").orElse(""))
        .endsWith("/enterprises/" + kept);
    String page = officer.get("/enterprises/" + kept).body();
    assertThat(page).contains("老车间", "并入记录", "登记重复(张店)有限责任公司", "增设车间");
    List<Long> owners =
        register
            .city()
            .asSystem(
                () ->
                    register.city().bean(Units.class).listOf(kept).stream()
                        .map(u -> u.enterpriseId())
                        .toList());
    assertThat(owners).containsExactly(kept);
    assertThat(officer.get(TestRegister.search("登记重复")).body())
        .contains("/enterprises/" + kept + "\"")
        .doesNotContain("/enterprises/" + merged + "\"");
    assertThat(officer.get("/duplicates").body()).doesNotContain("登记重复（张店）有限公司");
    // declared again under the code that was given up: it goes to the record that stands
    declareUnit(second, "登记重复(张店)有限责任公司");
    assertThat(officer.get("/enterprises/" + kept).body()).contains("登记重复（张店）有限公司");
  }

  private void declareUnit(CreditCode code, String name) {
    SiteDeclaration site =
        new SiteDeclaration(
            Enterprise.stated(
                code,
                name,
                new DivisionCode(TestRegister.TOWNSHIP),
                "登记路" + code.value().substring(13) + "号",
                null,
                Category.HAZCHEM_TRADE,
                "",
                ""),
            10,
            "",
            List.of(
                SiteDeclaration.Unit.of(
                    "重复罐区",
                    UnitKind.STORAGE,
                    List.of(new StatedChemical("7664-41-7", "氨", List.of(), "20")))));
    register
        .city()
        .asSystem(
            () -> register.city().bean(Declarations.class).declare(List.of(site), done -> {}));
  }

  @Test
  void pairsThatAPersonToldApartAreNotSuspectedAgain() {
    TestVisitor officer = register.visitor("370303", Role.OFFICER);
    long one = register.add(officer, TestRegister.typed(TestRegister.code(), "登记同名有限公司"));
    long other = register.add(officer, TestRegister.typed(TestRegister.code(), "登记同名有限公司"));
    assertThat(officer.get("/duplicates").body()).contains("登记同名有限公司");
    officer.post("/duplicates", "/duplicates/apart", Map.of("one", "" + one, "other", "" + other));
    assertThat(officer.get("/duplicates").body()).doesNotContain("登记同名有限公司");
  }

  @Test
  void whoeverHeldTheMergedRecordHoldsTheOtherFromToday() {
    TestVisitor officer = register.visitor("370303", Role.OFFICER);
    long kept = register.add(officer, TestRegister.typed(TestRegister.code(), "登记留存有限公司"));
    long merged = register.add(officer, TestRegister.typed(TestRegister.code(), "登记留存有限公司"));
    Account manager = register.managerOf(merged, LocalDate.of(2099, 12, 31));
    TestVisitor person = register.signedIn(manager);
    register.city().asSystem(() -> raise(merged));

    String confirm = "/duplicates/merge?survivor=" + kept + "&merged=" + merged;
    assertThat(officer.get("/duplicates").body()).contains(confirm.replace("&", "&amp;"));
    assertThat(officer.get(confirm).body()).contains("随之转移的账号", manager.username(), "2099", "确认合并");
    assertThat(TestRegister.id(merge(officer, merged, kept))).isEqualTo(kept);

    assertThat(person.get("/enterprises/" + kept).statusCode()).isEqualTo(200);
    assertThat(person.get("/inbox").body()).contains("登记留存的待办");
    List<ScopeGrant> scopes =
        register
            .city()
            .asSystem(() -> register.city().bean(Accounts.class).listScopes(manager.id()));
    LocalDate today = LocalDate.ofInstant(register.city().bean(Clock.class).instant(), Words.ZONE);
    assertThat(scopes).hasSize(2);
    assertThat(scopes.getFirst().enterpriseId()).isEqualTo(merged);
    assertThat(scopes.getFirst().to()).isEqualTo(today.minusDays(1));
    assertThat(scopes.getLast())
        .extracting(ScopeGrant::enterpriseId, ScopeGrant::from, ScopeGrant::to)
        .containsExactly(kept, today, LocalDate.of(2099, 12, 31));
    assertThat(
            register
                .city()
                .asSystem(
                    () ->
                        register
                            .city()
                            .bean(Journal.class)
                            .listFor("org.account", "" + manager.id(), 2)
                            .stream()
                            .map(JournalEntry::act)
                            .toList()))
        .containsExactlyInAnyOrder("account.scope.grant", "account.scope.end");
  }

  private boolean raise(long enterpriseId) {
    Subject subject =
        new Subject(
            Enterprises.SUBJECT,
            Long.toString(enterpriseId),
            new DivisionCode(TestRegister.TOWNSHIP),
            enterpriseId);
    register
        .city()
        .bean(Notices.class)
        .raise(
            NewNotice.of(
                "hazards.incomplete",
                subject,
                "登记留存的待办",
                "/inbox",
                new Owner.RoleOf(Role.ENTERPRISE_SAFETY_MANAGER, enterpriseId)));
    return true;
  }

  @Test
  void anAccountBeyondTheTerritoryKeepsTheRecordsApartAndIsNotNamed() {
    TestVisitor officer = register.visitor("370303", Role.OFFICER);
    long kept = register.add(officer, TestRegister.typed(TestRegister.code(), "登记外管有限公司"));
    long merged = register.add(officer, TestRegister.typed(TestRegister.code(), "登记外管有限公司"));
    ScopeGrant own =
        new ScopeGrant(0, null, null, merged, null, Set.of(), LocalDate.of(2020, 1, 1), null);
    String username = TestRegister.name();
    Account elsewhere =
        register
            .city()
            .person(username, new DivisionCode("370302"), own, Role.ENTERPRISE_SAFETY_MANAGER);
    String confirm = "/duplicates/merge?survivor=" + kept + "&merged=" + merged;
    assertThat(officer.get(confirm).body()).contains("还有您不能变更的账号").doesNotContain(username, "确认合并");
    HttpResponse<String> refused = merge(officer, merged, kept);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("还有您不能变更的账号").doesNotContain(username);
    assertThat(officer.get("/enterprises/" + merged).statusCode()).isEqualTo(200);

    TestVisitor city = register.visitor("370300", Role.OFFICER);
    assertThat(TestRegister.id(merge(city, merged, kept))).isEqualTo(kept);
    assertThat(register.signedIn(elsewhere).get("/enterprises/" + kept).statusCode())
        .isEqualTo(200);
    assertThat(officer.get(confirm).statusCode()).isEqualTo(422);
  }

  private static HttpResponse<String> merge(TestVisitor officer, long merged, long survivor) {
    return officer.post(
        "/duplicates",
        "/duplicates/merge",
        Map.of("merged", "" + merged, "survivor", "" + survivor));
  }
}
