package io.zaikong.demo;

import io.zaikong.access.Passwords;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** One account for every kind of person that the demonstration shows. */
@Service
class DemoAccounts {

  static final DivisionCode DISTRICT = new DivisionCode("370303");
  static final DivisionCode TOWNSHIP = new DivisionCode("370303102");

  static final List<String> USERNAMES =
      List.of(
          "admin",
          "security",
          "auditor",
          "chief",
          "officer",
          "district",
          "district-admin",
          "township",
          "enterprise");

  private final Accounts accounts;
  private final Passwords passwords;
  private final DemoAgencies agencies;
  private final Clock clock;

  DemoAccounts(Accounts accounts, Passwords passwords, DemoAgencies agencies, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.agencies = agencies;
    this.clock = clock;
  }

  /** A person of the demonstration; the post is empty when he holds none. */
  private record Person(
      String username,
      String name,
      Role role,
      String task,
      DivisionCode division,
      String territory,
      String post) {}

  private static List<Person> people(String enterprise) {
    DivisionCode city = DemoAgencies.CITY;
    return List.of(
        new Person("admin", "欧阳知秋", Role.SYSTEM_ADMINISTRATOR, "系统管理员", city, "淄博市", ""),
        new Person("security", "司徒远山", Role.SECURITY_ADMINISTRATOR, "安全管理员", city, "淄博市", ""),
        new Person("auditor", "上官镜明", Role.AUDITOR, "审计管理员", city, "淄博市", ""),
        new Person("chief", "慕容怀川", Role.CHIEF, "市局局长", city, "淄博市", "局长"),
        new Person("officer", "诸葛思源", Role.OFFICER, "市局监管科长", city, "淄博市", "危险化学品监管科科长"),
        new Person(
            "district", "夏侯映雪", Role.OFFICER, "区局监管科长", DISTRICT, "张店区(不含高新区)", "危险化学品监管科科长"),
        new Person(
            "district-admin", "东方晓岚", Role.SYSTEM_ADMINISTRATOR, "区系统管理员", DISTRICT, "张店区", ""),
        new Person("township", "令狐青禾", Role.OFFICER, "镇中队长", TOWNSHIP, "张店区沣水镇", "中队长"),
        new Person(
            "enterprise",
            "端木守安",
            Role.ENTERPRISE_SAFETY_MANAGER,
            "企业安全管理员",
            TOWNSHIP,
            enterprise,
            ""));
  }

  /**
   * @param enterprise the one that the account {@code enterprise} works for
   * @return with the passwords, which are known nowhere else
   */
  List<DemoAccount> make(Enterprise enterprise) {
    return people(enterprise.name()).stream().map(p -> make(p, enterprise.id())).toList();
  }

  private DemoAccount make(Person person, long enterpriseId) {
    Account account = Acts.done(accounts.create(person.username, person.name, "", person.division));
    String password = passwords.makeOne();
    accounts.setPassword(account.id(), passwords.hash(password), false);
    boolean ofEnterprise = person.role == Role.ENTERPRISE_SAFETY_MANAGER;
    Acts.done(
        accounts.grantScope(
            account.id(), ofEnterprise ? grant(null, enterpriseId) : grant(person.division, null)));
    Acts.done(accounts.assignRoles(account.id(), Set.of(person.role)));
    if (!person.post.isEmpty()) {
      agencies.appoint(person.division, person.post, account.id());
    }
    return new DemoAccount(
        person.username, person.name + " " + person.task, person.territory, password);
  }

  private ScopeGrant grant(@Nullable DivisionCode division, @Nullable Long enterpriseId) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Accounts.ZONE);
    return new ScopeGrant(0, division, null, enterpriseId, null, Set.of(), today, null);
  }
}
