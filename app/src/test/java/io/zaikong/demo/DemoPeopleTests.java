package io.zaikong.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.EnterpriseFilter;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.enterprises.Structure;
import io.zaikong.enterprises.Structure.Parts;
import io.zaikong.filings.FilingRegister;
import io.zaikong.filings.FilingRegister.Filter;
import io.zaikong.shell.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Who is in the demonstration city, and what each of them sees. */
@ExtendWith(LoadedCity.Provider.class)
class DemoPeopleTests {

  private final LoadedCity city;

  DemoPeopleTests(LoadedCity city) {
    this.city = city;
  }

  @Test
  void theTownshipSeesOnlyItsPart() {
    List<Enterprise> seen = seenBy("township");
    assertThat(seen).isNotEmpty();
    assertThat(seen).allMatch(e -> e.division().equals(DemoAccounts.TOWNSHIP));
  }

  @Test
  void theDistrictDoesNotSeeTheDelegatedTownships() {
    List<Enterprise> seen = seenBy("district");
    assertThat(seen).isNotEmpty();
    assertThat(seen).allMatch(e -> DemoAccounts.DISTRICT.contains(e.division()));
    assertThat(seen).noneMatch(e -> DemoAgencies.DELEGATED.contains(e.division()));
    assertThat(seenBy("officer"))
        .anyMatch(e -> DemoAgencies.DELEGATED.contains(e.division()))
        .hasSize((int) city.count("enterprises.enterprise"));
  }

  @Test
  void theEnterpriseSeesItselfAlone() {
    List<Enterprise> seen = seenBy("enterprise");
    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().division()).isEqualTo(DemoAccounts.TOWNSHIP);
    assertThat(city.loaded().accounts().getLast().territory()).isEqualTo(seen.getFirst().name());
    assertThat(
            city.demo()
                .all()
                .sql(
                    "select count(*) from hazards.source u join hazards.grading g on g.id ="
                        + " u.grading_id where g.major and u.enterprise_id = ?")
                .param(seen.getFirst().id())
                .query(Long.class)
                .single())
        .isPositive();
  }

  @Test
  void theEnterpriseHasAFiledSourceOneToMendAndItsPeople() {
    city.demo()
        .actor("enterprise")
        .run(
            () -> {
              List<FilingRegister.Entry> own =
                  city.demo().get(FilingRegister.class).list(Filter.all());
              assertThat(own).anyMatch(e -> e.standing().findFiled().isPresent());
              assertThat(own).anyMatch(e -> e.standing().findFiled().isEmpty());
              Parts parts =
                  city.demo()
                      .get(Structure.class)
                      .of(own.getFirst().standing().source().enterpriseId());
              assertThat(parts.workshops()).isNotEmpty();
              assertThat(parts.people()).hasSizeGreaterThan(3);
            });
  }

  @Test
  void everyAccountHasItsRoleAndMayUseItsPasswordAtOnce() {
    assertThat(city.loaded().accounts().stream().map(DemoAccount::username))
        .containsExactlyElementsOf(DemoAccounts.USERNAMES);
    Map<String, Role> roles =
        Map.of(
            "admin", Role.SYSTEM_ADMINISTRATOR,
            "security", Role.SECURITY_ADMINISTRATOR,
            "auditor", Role.AUDITOR,
            "chief", Role.CHIEF,
            "officer", Role.OFFICER,
            "district", Role.OFFICER,
            "district-admin", Role.SYSTEM_ADMINISTRATOR,
            "township", Role.OFFICER,
            "enterprise", Role.ENTERPRISE_SAFETY_MANAGER);
    roles.forEach(
        (name, role) -> assertThat(city.demo().actor(name).roles()).as(name).containsExactly(role));
    assertThat(
            city.demo()
                .all()
                .sql(
                    "select count(*) from org.account where must_change_password or password_hash"
                        + " is null")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void theShownPasswordsAreThoseOfTheAccounts() {
    Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    for (DemoAccount account : city.loaded().accounts()) {
      String hash =
          city.demo()
              .all()
              .sql("select password_hash from org.account where username = ?")
              .param(account.username())
              .query(String.class)
              .single();
      assertThat(encoder.matches(account.password(), hash)).as(account.username()).isTrue();
    }
  }

  private List<Enterprise> seenBy(String username) {
    return city.demo()
        .actor(username)
        .call(
            () ->
                city.demo()
                    .get(Enterprises.class)
                    .list(EnterpriseFilter.all(), 0, 2 * LoadedCity.ENTERPRISES));
  }
}
