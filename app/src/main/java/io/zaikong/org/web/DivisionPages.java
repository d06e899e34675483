package io.zaikong.org.web;

import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.DivisionCode.Level;
import io.zaikong.org.Division;
import io.zaikong.org.Divisions;
import io.zaikong.org.Divisions.Dated;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The tree of divisions, a search in it, and its changes. A list runs three statements. */
@Controller
@Allow({Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.CHIEF, Role.OFFICER})
class DivisionPages {

  private final Divisions divisions;
  private final Days days;

  DivisionPages(Divisions divisions, Days days) {
    this.divisions = divisions;
    this.days = days;
  }

  /** A division in a list, with the names of those above it. */
  record Row(Dated dated, String above, boolean isInEffect) {}

  /**
   * A division's page.
   *
   * @param above from the city down
   * @param mayAdd whether the reader adds divisions below it
   * @param mayEnd whether the reader ends it
   */
  record View(
      Dated dated,
      boolean isInEffect,
      List<Division> above,
      List<Row> below,
      boolean mayAdd,
      boolean mayEnd,
      Form add,
      Form end) {}

  @GetMapping("/divisions")
  String list(HttpServletRequest request, Model model) {
    Listing list = Listing.of(request);
    String text = list.filter("text");
    if (text.isEmpty()) {
      Optional<Division> city = divisions.findCity();
      return city.isEmpty()
          ? found(list, List.of(), 0, model)
          : show(city.get().code(), Form.empty(), Form.empty(), model);
    }
    return found(
        list, divisions.search(text, list.offset(), list.size()), divisions.count(text), model);
  }

  @GetMapping("/divisions/{code}")
  String show(@PathVariable String code, Model model) {
    return show(code(code), Form.empty(), Form.empty(), model);
  }

  @Allow(Role.SYSTEM_ADMINISTRATOR)
  @PostMapping("/divisions/{code}/add")
  String add(
      @PathVariable("code") String parent,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String from,
      Model model) {
    Form form = Form.of(Map.of("code", code, "name", name, "from", from));
    return switch (add(code(parent), code.strip(), name, Days.find(from))) {
      case Done<Division> done -> "redirect:/divisions/" + parent;
      case Refused<Division> refused ->
          show(code(parent), form.withFault(refused), Form.empty(), model);
    };
  }

  @Allow(Role.SYSTEM_ADMINISTRATOR)
  @PostMapping("/divisions/{code}/end")
  String end(@PathVariable String code, @RequestParam(defaultValue = "") String day, Model model) {
    Optional<LocalDate> first = Days.find(day);
    Outcome<Division> outcome =
        first.isEmpty()
            ? Outcome.refused("day", "org.date")
            : divisions.end(code(code), first.get());
    return switch (outcome) {
      case Done<Division> done -> "redirect:/divisions/" + code;
      case Refused<Division> refused ->
          show(code(code), Form.empty(), Form.of(Map.of("day", day)).withFault(refused), model);
    };
  }

  private Outcome<Division> add(
      DivisionCode parent, String code, String name, Optional<LocalDate> from) {
    if (!DivisionCode.isValid(code)
        || !parent.contains(new DivisionCode(code))
        || new DivisionCode(code).level().ordinal() != parent.level().ordinal() + 1) {
      return Outcome.refused("code", "division.code.refused", parent.prefix());
    }
    return from.isEmpty()
        ? Outcome.refused("from", "org.date")
        : divisions.add(new DivisionCode(code), name, from.get());
  }

  private String found(Listing list, List<Dated> rows, long total, Model model) {
    List<String> above =
        rows.stream()
            .flatMap(d -> above(d.division().code()).stream())
            .map(DivisionCode::value)
            .distinct()
            .toList();
    Map<String, String> names = divisions.names(above);
    model.addAttribute("list", list.withTotal(total));
    model.addAttribute("rows", rows.stream().map(d -> row(d, names)).toList());
    return "org/web/divisions";
  }

  private String show(DivisionCode code, Form add, Form end, Model model) {
    Dated dated =
        divisions
            .findDated(code)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no division"));
    List<DivisionCode> above = above(code);
    Map<String, String> names = divisions.names(above.stream().map(DivisionCode::value).toList());
    boolean village = code.level() == Level.VILLAGE;
    boolean mine =
        Actor.getCurrent().hasAny(Role.SYSTEM_ADMINISTRATOR)
            && dated.to() == null
            && code.level().compareTo(Level.CITY) >= 0;
    boolean covered = Actor.getCurrent().scope().covers(code);
    // A district of which townships are delegated still gets new ones.
    boolean touched =
        Actor.getCurrent().scope().territory().stream().anyMatch(r -> r.contains(code));
    model.addAttribute(
        "view",
        new View(
            dated,
            dated.isInEffect(days.today()),
            above.stream()
                .map(c -> new Division(c, names.getOrDefault(c.value(), c.value())))
                .toList(),
            village
                ? List.of()
                : divisions.listAllBelow(code).stream().map(d -> row(d, Map.of())).toList(),
            mine && touched && !village,
            mine && covered && code.level() != Level.CITY,
            add.values().isEmpty() ? Form.of(Map.of("from", days.today().toString())) : add,
            end));
    return "org/web/division";
  }

  private Row row(Dated dated, Map<String, String> names) {
    List<String> above = new ArrayList<>();
    for (DivisionCode code : above(dated.division().code())) {
      above.add(names.getOrDefault(code.value(), ""));
    }
    return new Row(dated, String.join(" ", above).strip(), dated.isInEffect(days.today()));
  }

  /** The divisions above it, from the city down. */
  private static List<DivisionCode> above(DivisionCode code) {
    return Arrays.stream(Level.values())
        .filter(level -> level.compareTo(Level.CITY) >= 0 && level.compareTo(code.level()) < 0)
        .map(code::at)
        .toList();
  }

  private static DivisionCode code(String value) {
    if (!DivisionCode.isValid(value)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no division");
    }
    return new DivisionCode(value);
  }
}
