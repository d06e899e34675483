package io.zaikong.shell;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.org.Account;
import io.zaikong.org.Accounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every handler says who may call it, and the menu leads nobody to a refusal. */
@AppTest
class HandlersTests {

  @Autowired ApplicationContext context;

  @Test
  void everyHandlerSaysWhoMayCallIt() {
    List<String> silent = new ArrayList<>();
    int own = 0;
    for (var mapping : context.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
      for (var handler : mapping.getHandlerMethods().values()) {
        if (handler.getBeanType().getName().startsWith("io.zaikong.")) {
          own++;
          if (AllowInterceptor.findAllow(handler).isEmpty()) {
            silent.add(handler.toString());
          }
        } else if (!AllowInterceptor.LIBRARIES.contains(handler.getBeanType().getPackageName())) {
          silent.add(handler.toString());
        }
      }
    }
    assertThat(own).isGreaterThan(10);
    assertThat(silent).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void theMenuShowsARoleWhatItMayOpenAndNothingElse(Role role) {
    TestCity city = new TestCity(context);
    String username = "menu-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Account account = city.person(username, "370300", role);
    Actor actor = city.asSystem(() -> city.bean(Accounts.class).actorOf(account, null, ""));
    Menu menu = context.getBean(Menu.class);
    Set<String> shown =
        Stream.concat(
                menu.sections(actor).stream().flatMap(section -> section.entries().stream()),
                menu.settings(actor).stream())
            .map(MenuEntry::path)
            .collect(toSet());
    assertThat(shown).contains("/", "/settings");
    TestVisitor visitor = new TestVisitor(city.url()).signedIn(username);
    for (MenuEntry entry : context.getBeansOfType(MenuEntry.class).values()) {
      int status = visitor.get(entry.path()).statusCode();
      if (shown.contains(entry.path())) {
        assertThat(status).as(entry.path()).isEqualTo(200);
      } else {
        assertThat(status).as(entry.path()).isIn(403, 404);
      }
    }
  }
}
