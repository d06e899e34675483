package io.zaikong.telemetry.web;

import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Role;
import io.zaikong.shell.Slice.Rows;
import io.zaikong.shell.Texts;
import io.zaikong.shell.TimelineEntry;
import io.zaikong.telemetry.LimitChanges;
import io.zaikong.telemetry.LimitRule;
import io.zaikong.telemetry.LimitRules;
import io.zaikong.telemetry.LimitVersion;
import io.zaikong.telemetry.Sensor;
import io.zaikong.telemetry.Sensor.StateChange;
import io.zaikong.telemetry.SensorColumns;
import io.zaikong.telemetry.SensorFilter;
import io.zaikong.telemetry.SensorKind;
import io.zaikong.telemetry.Sensors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** 测点: the list, its export, and the page of one. The list runs three statements. */
@Controller
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class SensorPages {

  /** The most rows a workbook is made of. */
  private static final int EXPORT_LIMIT = 100_000;

  private final Sensors sensors;
  private final LimitChanges limits;
  private final TelemetryViews views;
  private final Texts texts;

  SensorPages(Sensors sensors, LimitChanges limits, TelemetryViews views, Texts texts) {
    this.sensors = sensors;
    this.limits = limits;
    this.views = views;
    this.texts = texts;
  }

  /** A sensor in the list, with the names of where it is. */
  record Row(Sensor sensor, String place) {}

  /**
   * A sensor's page.
   *
   * @param warnings what its limits break of rules that are only recalled
   * @param me the account that looks
   * @param form of a decision that was refused
   */
  record SensorView(
      Sensor sensor,
      String place,
      List<LimitVersion> versions,
      List<LimitRules.Breach> warnings,
      List<LimitRule> rules,
      List<StateChange> states,
      List<TimelineEntry> timeline,
      boolean mayChange,
      long me,
      Form form) {

    Optional<LimitVersion> proposal() {
      return versions.stream().filter(v -> v.state() == LimitVersion.State.PROPOSED).findFirst();
    }
  }

  @GetMapping("/telemetry/sensors")
  String list(HttpServletRequest request, Model model) {
    Listing list = Listing.of(request);
    Rows<Sensor> page = sensors.page(filter(list), list.offset(), list.size());
    Map<DivisionCode, String> places =
        views.places(page.items().stream().map(Sensor::division).distinct().toList());
    model.addAttribute("list", list.withTotal(page.total()));
    model.addAttribute(
        "rows",
        page.items().stream().map(s -> new Row(s, places.getOrDefault(s.division(), ""))).toList());
    model.addAttribute("divisions", views.divisionOptions());
    model.addAttribute("mayAdd", views.mayChange());
    model.addAttribute("mayImport", Actor.getCurrent().hasAny(Role.OFFICER));
    return "telemetry/web/sensors";
  }

  @GetMapping("/telemetry/sensors/export")
  void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
    SensorFilter filter = filter(Listing.of(request));
    // A file first: whoever reads slowly holds no connection, and a failure is a page, not half a
    // workbook.
    Path file = Files.createTempFile("sensors", ".xlsx");
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        SensorColumns.write(out, each -> sensors.export(filter, EXPORT_LIMIT, each));
      }
      response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      response.setHeader("Content-Disposition", "attachment; filename=\"sensors.xlsx\"");
      response.setContentLengthLong(Files.size(file));
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.delete(file);
    }
  }

  @GetMapping("/telemetry/sensors/{id:\\d+}")
  String show(@PathVariable long id, Locale locale, Model model) {
    return show(find(id), Form.empty(), locale, model);
  }

  String show(Sensor sensor, Form form, Locale locale, Model model) {
    model.addAttribute(
        "view",
        new SensorView(
            sensor,
            views.places(List.of(sensor.division())).getOrDefault(sensor.division(), ""),
            limits.list(sensor.id()),
            limits.listWarnings(sensor, sensor.limits()),
            LimitRules.current().listFor(sensor.kind(), sensor.unit(), sensor.cas()),
            sensors.listStates(sensor.id()),
            views.timeline("telemetry.sensor", sensor.id(), texts.in(locale)),
            views.mayChange(),
            Actor.getCurrent().accountId(),
            form));
    return "telemetry/web/sensor";
  }

  Sensor find(long id) {
    return sensors.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** What the address asks for; what it cannot mean is left out. */
  private static SensorFilter filter(Listing list) {
    String division = list.filter("division");
    return new SensorFilter(
        DivisionCode.isValid(division) ? new DivisionCode(division) : null,
        SensorOptions.constant(SensorKind.class, list.filter("kind")),
        SensorOptions.constant(Sensor.State.class, list.filter("state")),
        number(list.filter("source")),
        number(list.filter("gateway")),
        number(list.filter("enterprise")),
        list.filter("proposed").equals("yes"),
        list.filter("text").isEmpty() ? null : list.filter("text"),
        list.findDate("from").orElse(null),
        list.findDate("to").orElse(null));
  }

  private static @Nullable Long number(String typed) {
    return typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
  }
}
