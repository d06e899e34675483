package io.zaikong.telemetry.web;

import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.telemetry.Gateway;
import io.zaikong.telemetry.LimitField;
import io.zaikong.telemetry.LimitRule;
import io.zaikong.telemetry.LimitRules;
import io.zaikong.telemetry.Limits;
import io.zaikong.telemetry.Sensor;
import io.zaikong.telemetry.SensorDesk;
import io.zaikong.telemetry.SensorDesk.Answer;
import io.zaikong.telemetry.SensorDraft;
import io.zaikong.telemetry.SensorKind;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Registers a sensor at a gateway, by its kind, with the limits that the rules propose. */
@Controller
@Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class SensorFormPages {

  private static final String NEW = "/telemetry/gateways/{id:\\d+}/sensors/new";
  private static final String CHANGE = "/telemetry/sensors/{id:\\d+}/change";
  private static final String OFFLINE_AFTER_S = "300";

  private final SensorDesk desk;
  private final GatewayListPages gateways;
  private final SensorPages pages;
  private final TelemetryViews views;

  SensorFormPages(
      SensorDesk desk, GatewayListPages gateways, SensorPages pages, TelemetryViews views) {
    this.desk = desk;
    this.gateways = gateways;
    this.pages = pages;
    this.views = views;
  }

  /** The form of a new sensor, with what the rules say of its kind. */
  record FormView(
      Gateway gateway,
      SensorKind kind,
      Map<String, String> sources,
      List<LimitRule> rules,
      Form form) {}

  @GetMapping(NEW)
  String create(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String cas,
      @RequestParam(defaultValue = "") String unit,
      Model model) {
    Gateway gateway = gateways.find(id);
    SensorKind chosen = SensorOptions.constant(SensorKind.class, kind);
    if (chosen == null) {
      model.addAttribute("gateway", gateway);
      return "telemetry/web/sensorkinds";
    }
    String first = chosen.units().isEmpty() ? "" : chosen.units().getFirst();
    return form(gateway, chosen, proposal(chosen, unit.isEmpty() ? first : unit, cas), model);
  }

  /** What is known before anything was typed. */
  private static Form proposal(SensorKind kind, String unit, String cas) {
    LimitRules rules = LimitRules.current();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("unit", unit);
    values.put("cas", rules.media().containsKey(cas) ? cas : "");
    values.put("medium", rules.media().getOrDefault(cas, ""));
    values.put(LimitField.OFFLINE_AFTER_S.key(), OFFLINE_AFTER_S);
    for (Map.Entry<LimitField, BigDecimal> limit : rules.proposal(kind, unit, cas).entrySet()) {
      values.put(limit.getKey().key(), limit.getValue().stripTrailingZeros().toPlainString());
    }
    return Form.of(values);
  }

  @PostMapping(NEW)
  String create(
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    Gateway gateway = gateways.find(id);
    SensorKind kind = SensorOptions.constant(SensorKind.class, typed.getOrDefault("kind", ""));
    if (kind == null) {
      model.addAttribute("gateway", gateway);
      return "telemetry/web/sensorkinds";
    }
    Form form = Form.of(typed);
    Limits.Reading read = Limits.read(kind, typed);
    Answer answer =
        read.faults().isEmpty()
            ? desk.add(
                gateway, number(form.value("source")), SensorDraft.of(kind, typed), read.limits())
            : new Answer.Faulty(read.faults());
    return switch (answer) {
      case Answer.Registered registered -> "redirect:/telemetry/sensors/" + registered.sensorId();
      case Answer.Faulty faulty -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield form(gateway, kind, new Form(form.values(), faulty.faults()), model);
      }
    };
  }

  private String form(Gateway gateway, SensorKind kind, Form form, Model model) {
    model.addAttribute(
        "view",
        new FormView(
            gateway,
            kind,
            views.sourceOptions(gateway.enterpriseId()),
            LimitRules.current().listFor(kind, form.value("unit"), form.value("cas")),
            form));
    return "telemetry/web/sensorform";
  }

  @GetMapping(CHANGE)
  String change(@PathVariable long id, Model model) {
    Sensor sensor = pages.find(id);
    Form form = Form.of(Map.of("name", sensor.name(), "source", Long.toString(sensor.sourceId())));
    return change(sensor, form, model);
  }

  @PostMapping(CHANGE)
  String change(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String source,
      Model model,
      HttpServletResponse response) {
    Sensor sensor = pages.find(id);
    Outcome<Long> outcome = desk.change(sensor, name, number(source));
    return switch (outcome) {
      case Done<Long> done -> "redirect:/telemetry/sensors/" + id;
      case Refused<Long> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Form form = Form.of(Map.of("name", name, "source", source));
        yield change(sensor, form.withFault(refused), model);
      }
    };
  }

  private String change(Sensor sensor, Form form, Model model) {
    model.addAttribute("sensor", sensor);
    model.addAttribute("sources", views.sourceOptions(sensor.enterpriseId()));
    model.addAttribute("form", form);
    return "telemetry/web/sensorchange";
  }

  private static long number(String typed) {
    return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
  }
}
