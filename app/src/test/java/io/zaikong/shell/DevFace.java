package io.zaikong.shell;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import io.zaikong.figures.Figure;
import io.zaikong.figures.FigureSource;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.MenuEntry.Group;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Profile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The shell's pages alone, with made-up figures and no database: for tests of the face and for work
 * on it. Not annotated as a component, so that no other test picks it up.
 */
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
      "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration"
    })
@ComponentScan(
    basePackages = {"io.zaikong.shell", "io.zaikong.figures"},
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.ASSIGNABLE_TYPE,
            classes = {ActorTransactions.class, Settings.class, SettingStore.class}))
class DevFace {

  static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; "
          + "form-action 'self'; frame-ancestors 'none'";
  private static final DivisionCode CITY = new DivisionCode("370300");
  private static final Map<DivisionCode, String> DISTRICTS = new LinkedHashMap<>();

  static {
    String[] names = {"淄川区", "张店区", "博山区", "临淄区", "周村区", "桓台县", "高青县", "沂源县"};
    String[] codes = {"02", "03", "04", "05", "06", "21", "22", "23"};
    for (int i = 0; i < names.length; i++) {
      DISTRICTS.put(new DivisionCode("3703" + codes[i]), names[i]);
    }
  }

  public static void main(String[] args) {
    start(8085);
  }

  static ConfigurableApplicationContext start(int port) {
    return new SpringApplication(DevFace.class)
        .run("--server.port=" + port, "--spring.profiles.active=face");
  }

  static int port(ConfigurableApplicationContext context) {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @Bean
  SecurityFilterChain everything(HttpSecurity http) {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY)))
        .addFilterAfter(new SignedIn(), AuthorizationFilter.class)
        .build();
  }

  @Bean
  Places places() {
    return new Places() {
      @Override
      public Optional<DivisionCode> findCity() {
        return Optional.of(CITY);
      }

      @Override
      public Optional<String> findName(DivisionCode division) {
        return Optional.of(division.equals(CITY) ? "淄博市" : DISTRICTS.getOrDefault(division, ""));
      }

      @Override
      public Map<DivisionCode, String> namesBelow(DivisionCode division) {
        return DISTRICTS;
      }
    };
  }

  @Bean
  FigureSource madeUpFigures() {
    return new MadeUp();
  }

  @Bean
  TodoCounter todos() {
    return new TodoCounter() {
      @Override
      public String path() {
        return "/inbox";
      }

      @Override
      public long count() {
        return 41;
      }
    };
  }

  @Bean
  MapLayer sourcesOnMap() {
    return new MapLayer("sources", 1, "shell.map", "/dev/points", true);
  }

  @Bean
  MenuEntry listEntry() {
    return new MenuEntry(
        Group.REGISTERS, 1, "shell.menu.registers", "building-factory-2", "/dev/list");
  }

  @Bean
  MenuEntry hiddenEntry() {
    return new MenuEntry(Group.SYSTEM, 1, "shell.role.AUDITOR", "history", "/dev/audit");
  }

  private static final class MadeUp implements FigureSource {

    private static final List<Figure> FIGURES =
        List.of(
            figure("shell.settings", "shell.unit.enterprise", 1, Tone.NEUTRAL),
            figure("shell.map", "shell.unit.source", 2, Tone.NEUTRAL),
            figure("shell.inbox", "shell.unit.source", 3, Tone.WARNING),
            figure("shell.situation", "shell.unit.case", 4, Tone.BAD));

    private static Figure figure(String name, String unitKey, int order, Tone tone) {
      return new Figure(
          name,
          Figure.Kind.COUNT,
          unitKey,
          "shell.division",
          order,
          List.of(),
          "/dev/list",
          "/dev/points",
          tone);
    }

    @Override
    public List<Figure> figures() {
      return FIGURES;
    }

    @Override
    public List<Tally> tally(Question question) {
      return DISTRICTS.keySet().stream()
          .flatMap(
              d ->
                  FIGURES.stream()
                      .map(f -> new Tally(f.name(), d.value(), Map.of(), 3200 / f.order())))
          .toList();
    }

    @Override
    public Map<String, String> fields(Figure figure, Map<String, String> own) {
      return own;
    }

    @Override
    public OptionalLong findWhole(Figure figure, DivisionCode city) {
      return OptionalLong.empty();
    }
  }

  /** A signed-in officer on every page but those before the sign-in. */
  private static final class SignedIn extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      if (request.getRequestURI().startsWith("/dev/open")) {
        chain.doFilter(request, response);
        return;
      }
      Actor officer =
          new Actor(
              7, "wang", "王建国", CITY, Set.of(Role.OFFICER), Scope.of(CITY), null, "127.0.0.1");
      try {
        officer.callThrowing(
            () -> {
              chain.doFilter(request, response);
              return true;
            });
      } catch (ServletException | IOException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new ServletException(e);
      }
    }
  }

  /**
   * Pages that show what the shell's own do not: lists, forms, errors, the pages before sign-in.
   */
  @Controller
  @Profile("face")
  @Allow(everyone = true)
  static class Devices {

    private final TemplateEngine engine;
    private final Pages pages;

    Devices(TemplateEngine engine, Pages pages) {
      this.engine = engine;
      this.pages = pages;
    }

    @GetMapping("/dev/open/login")
    String login(Model model) {
      model.addAttribute("login", new LoginView("wang", Tone.BAD, "shell.login.refused.locked"));
      return "shell/login";
    }

    @GetMapping("/dev/open/passkey")
    String passkey(Model model) {
      model.addAttribute("passkey", new PasskeyView(false, "/login/passkey"));
      return "shell/passkey";
    }

    @GetMapping("/dev/open/setup")
    String setup(Model model) {
      Form form = Form.of(Map.of("city", "370000"));
      Outcome.Refused<String> fault =
          new Outcome.Refused<>("shell.error.400.title", List.of(), "city", "GB/T 2260");
      model.addAttribute("setup", new SetupView("key", form.withFault(fault)));
      return "shell/setup";
    }

    @GetMapping("/dev/password")
    String password(Model model) {
      model.addAttribute("password", new PasswordView("wang", true, Form.empty()));
      return "shell/password";
    }

    @GetMapping("/dev/refused")
    String refused() {
      throw new AccessDeniedException("not for this role");
    }

    @GetMapping("/dev/broken")
    String broken() {
      throw new IllegalStateException("broken on purpose");
    }

    @GetMapping("/dev/audit")
    @Allow(Role.AUDITOR)
    String audit() {
      return "shell/settings";
    }

    @GetMapping(value = "/dev/points", produces = "application/geo+json")
    @ResponseBody
    String points() {
      StringBuilder features = new StringBuilder();
      for (int i = 0; i < 400; i++) {
        features.append(i == 0 ? "" : ",").append(point(i));
      }
      return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    }

    private static String point(int i) {
      double lon = 117.75 + (i * 7919 % 1000) / 1700.0;
      double lat = 36.3 + (i * 104729 % 1000) / 1100.0;
      String tone = i % 40 == 0 ? "bad" : i % 11 == 0 ? "warning" : "good";
      return """
      {"type":"Feature","geometry":{"type":"Point","coordinates":[%f,%f]},
       "properties":{"name":"罐区 %d","href":"/dev/list","state":"在控","tone":"%s"}}
      """
          .formatted(lon, lat, i, tone);
    }

    @GetMapping({"/dev/list", "/inbox"})
    String list(HttpServletRequest request, Model model) {
      Page page = pages.of(request);
      Listing list = Listing.of(request).withTotal(6214);
      Content rows = output -> rows().forEach(output::writeContent);
      Content head =
          output -> {
            th(page, list, "name", "单位名称", output);
            th(page, list, "major", "重大危险源", output);
          };
      Content name =
          output ->
              engine.render(
                  "shell/filter.jte",
                  Map.of("list", list, "name", "name", "label", "单位名称"),
                  output);
      model.addAttribute("title", "企业台账");
      model.addAttribute(
          "content",
          (Content)
              output -> {
                engine.render("shell/header.jte", Map.of("page", page, "title", "企业台账"), output);
                engine.render(
                    "shell/filters.jte",
                    Map.of("page", page, "list", list, "content", name),
                    output);
                engine.render(
                    "shell/table.jte",
                    Map.of(
                        "page",
                        page,
                        "list",
                        list,
                        "caption",
                        "企业台账",
                        "head",
                        head,
                        "rows",
                        rows,
                        "export",
                        "/dev/list.xlsx"),
                    output);
              });
      return "shell/layout";
    }

    private void th(
        Page page, Listing list, String column, String label, gg.jte.TemplateOutput output) {
      engine.render(
          "shell/th.jte",
          Map.of("page", page, "list", list, "column", column, "label", label),
          output);
    }

    private static List<String> rows() {
      return java.util.stream.IntStream.range(0, 50)
          .mapToObj(
              i ->
                  "<tr><td><a href=\"/dev/list\">山东某某化工有限公司 "
                      + i
                      + "</a></td><td>"
                      + i % 7
                      + "</td></tr>")
          .toList();
    }
  }
}
