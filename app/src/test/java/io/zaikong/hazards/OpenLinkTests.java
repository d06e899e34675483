package io.zaikong.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.shell.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Nobody is shown what he would be refused. */
@AppTest
class OpenLinkTests {

  private static final Pattern LINK =
      Pattern.compile("(?:href|data-layer-url)=\"(/(?!assets/)[^\"#]*)");

  @Autowired ApplicationContext context;

  @ParameterizedTest
  @EnumSource(Role.class)
  void everythingOnTheFirstPagesOpensForTheRoleThatSeesIt(Role role) {
    TestCity city = new TestCity(context);
    long unit =
        DeclaredSites.declare(
            city,
            DeclaredSites.site(
                800, "370302001", 20, new StatedChemical("7664-41-7", "氨", List.of(), "900")));
    String username = "links-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    city.person(username, "370300", role);
    TestVisitor visitor = new TestVisitor(city.url()).signedIn(username);
    Set<String> links = new TreeSet<>();
    for (String page : List.of("/", "/map", "/inbox")) {
      LINK.matcher(visitor.get(page).body())
          .results()
          .forEach(r -> links.add(r.group(1).replace("&amp;", "&")));
    }
    for (String link : links) {
      assertThat(visitor.get(link).statusCode()).as(role + " " + link).isEqualTo(200);
    }
    boolean isOfTheJob = !role.isAdministrator();
    assertThat(links.contains("/hazards/sources?grade=MAJOR")).isEqualTo(isOfTheJob);
    assertThat(links.contains("/hazards/sources.geojson")).isEqualTo(isOfTheJob);
    assertThat(visitor.get("/hazards/units/" + unit).statusCode())
        .isEqualTo(isOfTheJob ? 200 : 403);
  }
}
