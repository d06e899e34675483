package io.zaikong.hazards.web;

import io.zaikong.hazards.HazardUnit;
import io.zaikong.hazards.IncompleteUnits;
import io.zaikong.hazards.UnitFilter;
import io.zaikong.hazards.UnitFilter.Grade;
import io.zaikong.hazards.UnitFilter.Sort;
import io.zaikong.hazards.UnitKind;
import io.zaikong.hazards.Units;
import io.zaikong.hazards.Worksheet;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Conditions;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Role;
import io.zaikong.shell.Slice.Rows;
import io.zaikong.shell.Texts;
import io.zaikong.shell.TimelineEntry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The list of units with their levels, and a unit's worksheet. A list runs three statements. */
@Controller
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class UnitPages {

  /** The most rows a workbook is made of. */
  private static final int EXPORT_LIMIT = 100_000;

  private final Units units;
  private final IncompleteUnits incomplete;
  private final SourceViews views;
  private final Conditions conditions;
  private final Texts texts;

  UnitPages(
      Units units,
      IncompleteUnits incomplete,
      SourceViews views,
      Conditions conditions,
      Texts texts) {
    this.units = units;
    this.incomplete = incomplete;
    this.views = views;
    this.conditions = conditions;
    this.texts = texts;
  }

  /** A unit in the list, with the names of where it lies. */
  record Row(HazardUnit unit, String place) {}

  /** A unit's page: the standing result first, those before it after. */
  record UnitView(
      HazardUnit unit, String place, List<Worksheet> worksheets, List<TimelineEntry> timeline) {

    Worksheet standing() {
      return worksheets.getFirst();
    }

    /** Why a result differs from the one before it; empty for the first one. */
    List<Worksheet.Change> changes(int index) {
      return index + 1 < worksheets.size()
          ? worksheets.get(index).changesSince(worksheets.get(index + 1))
          : List.of();
    }
  }

  @GetMapping("/hazards/units")
  String list(HttpServletRequest request, Model model) {
    Listing list = Listing.of(request);
    Rows<HazardUnit> page = units.page(filter(list), list.offset(), list.size());
    List<HazardUnit> found = page.items();
    Map<String, String> names = views.names(found.stream().map(HazardUnit::division).toList());
    model.addAttribute("list", list.withTotal(page.total()));
    model.addAttribute(
        "rows", found.stream().map(u -> new Row(u, place(u.division(), names))).toList());
    model.addAttribute("divisions", views.divisionOptions());
    return "hazards/web/units";
  }

  @GetMapping("/hazards/units/{id}")
  String show(@PathVariable long id, Locale locale, Model model) {
    Optional<HazardUnit> found = units.find(id);
    if (found.isEmpty() && incomplete.find(id).isPresent()) {
      return "redirect:/hazards/incomplete/" + id;
    }
    HazardUnit unit = found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute(
        "view",
        new UnitView(
            unit,
            place(unit.division(), views.names(List.of(unit.division()))),
            units.listWorksheets(id),
            views.timeline("hazards.unit", id, texts.in(locale))));
    model.addAttribute("conditions", conditions.examine("hazards.unit", id));
    model.addAttribute("watch", views.watch(id, "/hazards/units/" + id, Form.empty()));
    return "hazards/web/unit";
  }

  @GetMapping("/hazards/units/export")
  void export(HttpServletRequest request, HttpServletResponse response, Locale locale)
      throws IOException {
    UnitFilter filter = filter(Listing.of(request));
    Map<String, String> names = views.names(units.listDivisions(filter));
    // A file first: whoever reads slowly holds no connection, and a failure is a page, not half a
    // workbook.
    Path file = Files.createTempFile("hazard-units", ".xlsx");
    try {
      try (UnitWorkbook book =
          new UnitWorkbook(Files.newOutputStream(file), names, texts.in(locale))) {
        units.export(filter, EXPORT_LIMIT, book::add);
      }
      response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      response.setHeader("Content-Disposition", "attachment; filename=\"hazard-units.xlsx\"");
      response.setContentLengthLong(Files.size(file));
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.delete(file);
    }
  }

  static String township(DivisionCode code) {
    return code.value().length() >= 9 ? code.value().substring(0, 9) : code.value();
  }

  static String place(DivisionCode code, Map<String, String> names) {
    String district = names.getOrDefault(code.at(DivisionCode.Level.DISTRICT).value(), "");
    String township = names.getOrDefault(township(code), code.value());
    return district.equals(township) ? district : district + " " + township;
  }

  /** What the address asks for; what it cannot mean is left out. */
  static UnitFilter filter(Listing list) {
    String division = list.filter("division");
    String enterprise = list.filter("enterprise");
    return new UnitFilter(
        DivisionCode.isValid(division) ? new DivisionCode(division) : null,
        constant(Grade.class, list.filter("grade")),
        constant(UnitKind.class, list.filter("kind")),
        enterprise.matches("\\d{1,18}") ? Long.valueOf(enterprise) : null,
        list.filter("text").isEmpty() ? null : list.filter("text"),
        day(list.filter("from")),
        day(list.filter("to")),
        sort(list.sort()),
        list.descending());
  }

  static @Nullable LocalDate day(String typed) {
    try {
      return typed.isEmpty() ? null : LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static Sort sort(String column) {
    Sort sort = constant(Sort.class, column.toUpperCase(Locale.ROOT));
    return sort == null ? Sort.WORST : sort;
  }

  static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .collect(Collectors.toMap(Enum::name, e -> e))
        .get(name);
  }
}
