package io.zaikong.hazards.web;

import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.IncompleteUnits;
import io.zaikong.hazards.SourceFilter;
import io.zaikong.hazards.SourceKind;
import io.zaikong.hazards.SourceStates;
import io.zaikong.hazards.SourceStates.StateChange;
import io.zaikong.hazards.UnitKind;
import io.zaikong.hazards.Units;
import io.zaikong.hazards.Worksheet;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Conditions;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.TimelineEntry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  private final Units units;
  private final IncompleteUnits incomplete;
  private final Declarations declarations;
  private final SourceStates states;
  private final SourceViews views;
  private final Conditions conditions;
  private final Texts texts;

  UnitPages(
      Units units,
      IncompleteUnits incomplete,
      Declarations declarations,
      SourceStates states,
      SourceViews views,
      Conditions conditions,
      Texts texts) {
    this.units = units;
    this.incomplete = incomplete;
    this.declarations = declarations;
    this.states = states;
    this.views = views;
    this.conditions = conditions;
    this.texts = texts;
  }

  /**
   * A unit's page: the standing result first, those before it after.
   *
   * @param site its plant; null only when it has moved to one that declared nothing
   */
  record UnitView(
      HazardSource unit,
      String place,
      List<Worksheet> worksheets,
      Declarations.@Nullable Site site,
      List<StateChange> states,
      List<TimelineEntry> timeline) {

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
    views.list(list, filter(list), model);
    return "hazards/web/units";
  }

  @GetMapping("/hazards/units/{id}")
  String show(@PathVariable long id, Locale locale, Model model) {
    Optional<HazardSource> found = units.find(id);
    if (found.isEmpty() && incomplete.find(id).isPresent()) {
      return "redirect:/hazards/incomplete/" + id;
    }
    HazardSource unit = found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute(
        "view",
        new UnitView(
            unit,
            SourceViews.place(unit.division(), views.names(List.of(unit.division()))),
            units.listWorksheets(id),
            declarations.listSites(List.of(unit.enterpriseId())).stream().findFirst().orElse(null),
            states.listStates(id),
            views.timeline("hazards.unit", id, texts.in(locale))));
    model.addAttribute("conditions", conditions.examine("hazards.unit", id));
    model.addAttribute("watch", views.watch(id, "/hazards/units/" + id, Form.empty()));
    model.addAttribute("records", views.records(id, texts.in(locale)));
    return "hazards/web/unit";
  }

  @GetMapping("/hazards/units/export")
  void export(HttpServletRequest request, HttpServletResponse response, Locale locale)
      throws IOException {
    views.export(
        filter(Listing.of(request)), "hazard-units", "hazards.units", response, texts.in(locale));
  }

  /** What the address asks for; the kind is one of unit. */
  private static SourceFilter filter(Listing list) {
    return SourcePages.filter(
        list, SourceKind.HAZCHEM_UNIT, SourcePages.constant(UnitKind.class, list.filter("kind")));
  }
}
