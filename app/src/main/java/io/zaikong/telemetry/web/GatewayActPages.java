package io.zaikong.telemetry.web;

import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.EnterpriseFilter;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.org.EnterpriseNames;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.telemetry.Gateway;
import io.zaikong.telemetry.GatewayRegister;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Registers a gateway, changes its name, stops it and takes it in use again. */
@Controller
@Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class GatewayActPages {

  private static final String CHANGE = "/telemetry/gateways/{id:\\d+}/change";
  private static final String STATE = "/telemetry/gateways/{id:\\d+}/state";

  private final GatewayRegister register;
  private final GatewayListPages pages;
  private final Enterprises enterprises;

  GatewayActPages(GatewayRegister register, GatewayListPages pages, Enterprises enterprises) {
    this.register = register;
    this.pages = pages;
    this.enterprises = enterprises;
  }

  /**
   * The form of a gateway.
   *
   * @param id 0 for a new one
   * @param enterprise the name of a known one's enterprise; empty for a new one
   */
  record FormView(long id, String enterprise, Form form) {

    String action() {
      return id == 0 ? "/telemetry/gateways/new" : "/telemetry/gateways/" + id + "/change";
    }

    String back() {
      return id == 0 ? "/telemetry/gateways" : "/telemetry/gateways/" + id;
    }
  }

  @GetMapping("/telemetry/gateways/new")
  String create(Model model) {
    return form(0, "", Form.of(Map.of("enterprise", onlyEnterprise())), model);
  }

  /** Who sees one enterprise only need not name it. */
  private String onlyEnterprise() {
    List<Enterprise> seen = enterprises.list(EnterpriseFilter.all(), 0, 2);
    return seen.size() == 1
        ? new EnterpriseNames.Named(seen.getFirst().id(), seen.getFirst().name()).label()
        : "";
  }

  @PostMapping("/telemetry/gateways/new")
  String create(
      @RequestParam(defaultValue = "") String enterprise,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String note,
      Model model,
      HttpServletResponse response) {
    Form form = Form.of(Map.of("enterprise", enterprise, "name", name, "note", note));
    return answer(register.add(enterprise, name, note), 0, "", form, model, response);
  }

  @GetMapping(CHANGE)
  String change(@PathVariable long id, Model model) {
    Gateway gateway = pages.find(id);
    Form form = Form.of(Map.of("name", gateway.name(), "note", gateway.note()));
    return form(id, gateway.enterpriseName(), form, model);
  }

  @PostMapping(CHANGE)
  String change(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String note,
      Model model,
      HttpServletResponse response) {
    Gateway gateway = pages.find(id);
    Form form = Form.of(Map.of("name", name, "note", note));
    return answer(
        register.change(gateway, name, note), id, gateway.enterpriseName(), form, model, response);
  }

  private static String answer(
      Outcome<Long> outcome,
      long id,
      String enterprise,
      Form form,
      Model model,
      HttpServletResponse response) {
    return switch (outcome) {
      case Done<Long>(Long done) -> "redirect:/telemetry/gateways/" + done;
      case Refused<Long> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield form(id, enterprise, form.withFault(refused), model);
      }
    };
  }

  private static String form(long id, String enterprise, Form form, Model model) {
    model.addAttribute("view", new FormView(id, enterprise, form));
    return "telemetry/web/gatewayform";
  }

  @GetMapping(STATE)
  String state(@PathVariable long id, Model model) {
    return state(pages.find(id), Form.empty(), model);
  }

  @PostMapping(STATE)
  String state(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      HttpServletResponse response) {
    Gateway gateway = pages.find(id);
    Gateway.State next = gateway.isStopped() ? Gateway.State.IN_USE : Gateway.State.STOPPED;
    return switch (register.setState(gateway, next, reason)) {
      case Done<Long> done -> "redirect:/telemetry/gateways/" + id;
      case Refused<Long> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield state(gateway, Form.of(Map.of("reason", reason)).withFault(refused), model);
      }
    };
  }

  private static String state(Gateway gateway, Form form, Model model) {
    model.addAttribute("gateway", gateway);
    model.addAttribute("form", form);
    return "telemetry/web/gatewaystate";
  }
}
