package io.zaikong.telemetry.web;

import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.shell.Slice.Rows;
import io.zaikong.shell.Texts;
import io.zaikong.shell.TimelineEntry;
import io.zaikong.telemetry.Credential;
import io.zaikong.telemetry.Gateway;
import io.zaikong.telemetry.GatewayCredentials;
import io.zaikong.telemetry.GatewayError;
import io.zaikong.telemetry.GatewayFilter;
import io.zaikong.telemetry.GatewayRegister;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * 采集网关: the list, and the page of one with its credentials and errors, which a chief has no use
 * for. The list runs three statements.
 */
@Controller
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class GatewayListPages {

  private final GatewayRegister register;
  private final GatewayCredentials credentials;
  private final TelemetryViews views;
  private final Texts texts;

  GatewayListPages(
      GatewayRegister register, GatewayCredentials credentials, TelemetryViews views, Texts texts) {
    this.register = register;
    this.credentials = credentials;
    this.views = views;
    this.texts = texts;
  }

  /** A gateway in the list, with the names of where it is. */
  record Row(Gateway gateway, String place) {}

  /**
   * A gateway's page.
   *
   * @param credentials the open ones, and the latest withdrawn
   * @param form of what was refused on the page itself, such as a certificate
   */
  record GatewayView(
      Gateway gateway,
      String place,
      List<Credential> credentials,
      List<GatewayError> errors,
      List<TimelineEntry> timeline,
      boolean mayChange,
      Form form) {

    Optional<Credential> open(Credential.Kind kind) {
      return credentials.stream().filter(c -> c.isOpen() && c.kind() == kind).findFirst();
    }
  }

  @GetMapping("/telemetry/gateways")
  String list(HttpServletRequest request, Model model) {
    Listing list = Listing.of(request);
    Rows<Gateway> page = register.page(filter(list), list.offset(), list.size());
    Map<DivisionCode, String> places =
        views.places(page.items().stream().map(Gateway::division).distinct().toList());
    model.addAttribute("list", list.withTotal(page.total()));
    model.addAttribute(
        "rows",
        page.items().stream().map(g -> new Row(g, places.getOrDefault(g.division(), ""))).toList());
    model.addAttribute("divisions", views.divisionOptions());
    model.addAttribute("mayAdd", views.mayChange());
    return "telemetry/web/gateways";
  }

  @GetMapping("/telemetry/gateways/{id:\\d+}")
  String show(@PathVariable long id, Locale locale, Model model) {
    return show(find(id), Form.empty(), locale, model);
  }

  /** The page again, with what was refused. */
  String refuse(
      Gateway gateway,
      Refused<?> refused,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(gateway, Form.empty().withFault(refused), locale, model);
  }

  private String show(Gateway gateway, Form form, Locale locale, Model model) {
    boolean isKeeper = Actor.getCurrent().hasAny(Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER);
    model.addAttribute(
        "view",
        new GatewayView(
            gateway,
            views.places(List.of(gateway.division())).getOrDefault(gateway.division(), ""),
            isKeeper ? credentials.list(gateway.id()) : List.of(),
            isKeeper ? register.listErrors(gateway.id()) : List.of(),
            views.timeline("telemetry.gateway", gateway.id(), texts.in(locale)),
            views.mayChange(),
            form));
    return "telemetry/web/gateway";
  }

  Gateway find(long id) {
    return register.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** What the address asks for; what it cannot mean is left out. */
  private static GatewayFilter filter(Listing list) {
    String division = list.filter("division");
    String enterprise = list.filter("enterprise");
    return new GatewayFilter(
        DivisionCode.isValid(division) ? new DivisionCode(division) : null,
        SensorOptions.constant(Gateway.State.class, list.filter("state")),
        enterprise.matches("\\d{1,18}") ? Long.valueOf(enterprise) : null,
        list.filter("text").isEmpty() ? null : list.filter("text"),
        list.findDate("from").orElse(null),
        list.findDate("to").orElse(null));
  }
}
