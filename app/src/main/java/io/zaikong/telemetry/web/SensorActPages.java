package io.zaikong.telemetry.web;

import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.shell.Words;
import io.zaikong.telemetry.LimitChanges;
import io.zaikong.telemetry.LimitField;
import io.zaikong.telemetry.LimitRule;
import io.zaikong.telemetry.LimitRules;
import io.zaikong.telemetry.Limits;
import io.zaikong.telemetry.Sensor;
import io.zaikong.telemetry.SensorDesk;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Declares the state of a sensor; proposes other limits, confirms, refuses and takes them back. */
@Controller
@Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class SensorActPages {

  private static final String STATE = "/telemetry/sensors/{id:\\d+}/state";
  private static final String LIMITS = "/telemetry/sensors/{id:\\d+}/limits";

  private final SensorDesk desk;
  private final LimitChanges limits;
  private final SensorPages pages;

  SensorActPages(SensorDesk desk, LimitChanges limits, SensorPages pages) {
    this.desk = desk;
    this.limits = limits;
    this.pages = pages;
  }

  /** The form of other limits. */
  record LimitView(Sensor sensor, List<LimitRule> rules, Form form) {}

  @GetMapping(STATE)
  String state(@PathVariable long id, Model model) {
    return state(pages.find(id), Form.empty(), model);
  }

  @PostMapping(STATE)
  String state(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      HttpServletResponse response) {
    Sensor sensor = pages.find(id);
    Sensor.State wanted = SensorOptions.constant(Sensor.State.class, state);
    Outcome<Long> outcome =
        wanted == null
            ? Outcome.refused("state", "field.required")
            : !from.isBlank() && moment(from).isEmpty()
                ? Outcome.refused("from", "telemetry.state.moment")
                : !until.isBlank() && moment(until).isEmpty()
                    ? Outcome.refused("until", "telemetry.state.moment")
                    : desk.setState(
                        sensor,
                        wanted,
                        moment(from).orElse(null),
                        moment(until).orElse(null),
                        reason);
    return switch (outcome) {
      case Done<Long> done -> "redirect:/telemetry/sensors/" + id;
      case Refused<Long> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Map<String, String> values =
            Map.of("state", state, "from", from, "until", until, "reason", reason);
        yield state(sensor, Form.of(values).withFault(refused), model);
      }
    };
  }

  /** A moment in Asia/Shanghai as a browser's field gives it; empty when it is none. */
  private static Optional<Instant> moment(String typed) {
    try {
      return Optional.of(LocalDateTime.parse(typed.strip()).atZone(Words.ZONE).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String state(Sensor sensor, Form form, Model model) {
    model.addAttribute("sensor", sensor);
    model.addAttribute("form", form);
    return "telemetry/web/sensorstate";
  }

  @GetMapping(LIMITS)
  String propose(@PathVariable long id, Model model) {
    Sensor sensor = pages.find(id);
    Map<String, String> values = new LinkedHashMap<>();
    for (LimitField field : LimitField.values()) {
      values.put(field.key(), sensor.limits().text(field));
    }
    return propose(sensor, Form.of(values), model);
  }

  @PostMapping(LIMITS)
  String propose(
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    Sensor sensor = pages.find(id);
    Limits.Reading read = Limits.read(sensor.kind(), typed);
    List<Refused<?>> faults =
        read.faults().isEmpty()
            ? limits.propose(sensor, read.limits(), typed.getOrDefault("reason", ""))
            : read.faults();
    if (faults.isEmpty()) {
      return "redirect:/telemetry/sensors/" + id;
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return propose(sensor, new Form(typed, faults), model);
  }

  private static String propose(Sensor sensor, Form form, Model model) {
    List<LimitRule> rules =
        LimitRules.current().listFor(sensor.kind(), sensor.unit(), sensor.cas());
    model.addAttribute("view", new LimitView(sensor, rules, form));
    return "telemetry/web/limitform";
  }

  @PostMapping(LIMITS + "/{version:\\d+}/confirm")
  String confirm(
      @PathVariable long id,
      @PathVariable long version,
      @RequestParam(defaultValue = "") String note,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    Sensor sensor = pages.find(id);
    return answer(sensor, limits.confirm(sensor, version, note), note, locale, model, response);
  }

  @PostMapping(LIMITS + "/{version:\\d+}/refuse")
  String refuse(
      @PathVariable long id,
      @PathVariable long version,
      @RequestParam(defaultValue = "") String note,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    Sensor sensor = pages.find(id);
    return answer(sensor, limits.refuse(sensor, version, note), note, locale, model, response);
  }

  @PostMapping(LIMITS + "/{version:\\d+}/withdraw")
  String withdraw(
      @PathVariable long id,
      @PathVariable long version,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    Sensor sensor = pages.find(id);
    return answer(sensor, limits.withdraw(sensor, version), "", locale, model, response);
  }

  private String answer(
      Sensor sensor,
      Outcome<Long> outcome,
      String note,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    return switch (outcome) {
      case Done<Long> done -> "redirect:/telemetry/sensors/" + sensor.id();
      case Refused<Long> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Form form = Form.of(Map.of("note", note)).withFault(refused);
        yield pages.show(sensor, form, locale, model);
      }
    };
  }
}
