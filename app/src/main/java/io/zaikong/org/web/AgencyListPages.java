package io.zaikong.org.web;

import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Agencies;
import io.zaikong.org.Agencies.Agency;
import io.zaikong.org.Agencies.Kind;
import io.zaikong.org.Agencies.Wanted;
import io.zaikong.org.Division;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Places;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The agencies of the territory, and a new one. The list runs three statements. */
@Controller
@Allow({Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.CHIEF, Role.OFFICER})
class AgencyListPages {

  private final Agencies agencies;
  private final Divisions divisions;
  private final Places places;

  AgencyListPages(Agencies agencies, Divisions divisions, Places places) {
    this.agencies = agencies;
    this.divisions = divisions;
    this.places = places;
  }

  /** An agency in the list. */
  record Row(Agency agency, String place) {}

  @GetMapping("/agencies")
  String list(HttpServletRequest request, Model model) {
    Listing list = Listing.of(request);
    Wanted wanted =
        new Wanted(
            findKind(list.filter("kind")),
            DivisionCode.isValid(list.filter("division"))
                ? new DivisionCode(list.filter("division"))
                : null,
            list.filter("text").isEmpty() ? null : list.filter("text"));
    List<Agency> found = agencies.list(wanted, list.offset(), list.size());
    Map<String, String> names =
        divisions.names(found.stream().map(a -> a.division().value()).distinct().toList());
    model.addAttribute("list", list.withTotal(agencies.count(wanted)));
    model.addAttribute(
        "rows",
        found.stream()
            .map(a -> new Row(a, names.getOrDefault(a.division().value(), a.division().value())))
            .toList());
    model.addAttribute("divisions", districts());
    model.addAttribute("mayCreate", Actor.getCurrent().hasAny(Role.SYSTEM_ADMINISTRATOR));
    return "org/web/agencies";
  }

  @Allow(Role.SYSTEM_ADMINISTRATOR)
  @GetMapping("/agencies/new")
  String show(@RequestParam(required = false) @Nullable Long parent, Model model) {
    Optional<Agency> above = parent == null ? Optional.empty() : agencies.find(parent);
    Form form =
        Form.of(
            Map.of(
                "kind",
                above.isPresent() ? Kind.OFFICE.name() : Kind.BUREAU.name(),
                "parent",
                above.map(Agency::label).orElse(""),
                "division",
                above.map(Agency::division).orElse(Actor.getCurrent().home()).value()));
    return show(form, model);
  }

  @Allow(Role.SYSTEM_ADMINISTRATOR)
  @PostMapping("/agencies/new")
  String create(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String division,
      @RequestParam(defaultValue = "") String parent,
      Model model) {
    Optional<Division> place = divisions.resolve(division);
    Kind wanted = findKind(kind);
    Outcome<Agency> outcome;
    if (wanted == null) {
      outcome = Outcome.refused("kind", "agency.kind.choose");
    } else if (place.isEmpty()) {
      outcome = Outcome.refused("division", "account.division.unknown", division);
    } else {
      outcome = agencies.create(name, wanted, place.get().code(), findNumber(parent));
    }
    return switch (outcome) {
      case Done<Agency>(Agency agency) -> "redirect:/agencies/" + agency.id();
      case Refused<Agency> refused ->
          show(
              Form.of(Map.of("name", name, "kind", kind, "division", division, "parent", parent))
                  .withFault(refused),
              model);
    };
  }

  private static String show(Form form, Model model) {
    model.addAttribute("form", form);
    return "org/web/agencynew";
  }

  /** The city's districts to choose from. */
  private Map<String, String> districts() {
    Map<String, String> districts = new LinkedHashMap<>();
    places
        .findCity()
        .ifPresent(
            city ->
                places.namesBelow(city).forEach((code, name) -> districts.put(code.value(), name)));
    return districts;
  }

  private static @Nullable Kind findKind(String name) {
    return Arrays.stream(Kind.values()).filter(k -> k.name().equals(name)).findFirst().orElse(null);
  }

  /** The number at the head of a label. */
  private static @Nullable Long findNumber(String label) {
    String number = label.strip().split("\\s+", 2)[0];
    return number.matches("\\d{1,18}") ? Long.valueOf(number) : null;
  }
}
