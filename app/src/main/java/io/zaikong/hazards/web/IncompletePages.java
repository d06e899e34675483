package io.zaikong.hazards.web;

import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.Incomplete;
import io.zaikong.hazards.IncompleteUnits;
import io.zaikong.hazards.LevelChanges;
import io.zaikong.hazards.SourceFilter;
import io.zaikong.hazards.SourceKind;
import io.zaikong.hazards.SourceStates;
import io.zaikong.hazards.Sources;
import io.zaikong.hazards.Units;
import io.zaikong.hazards.Worksheet;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Conditions;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Units that wait for what is missing, and a unit's change of level. A list runs three statements.
 */
@Controller
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class IncompletePages {

  private final IncompleteUnits incomplete;
  private final Units units;
  private final Sources sources;
  private final SourceStates states;
  private final LevelChanges levels;
  private final Conditions conditions;
  private final SourceViews views;
  private final Texts texts;

  IncompletePages(
      IncompleteUnits incomplete,
      Units units,
      Sources sources,
      SourceStates states,
      LevelChanges levels,
      Conditions conditions,
      SourceViews views,
      Texts texts) {
    this.incomplete = incomplete;
    this.units = units;
    this.sources = sources;
    this.states = states;
    this.levels = levels;
    this.conditions = conditions;
    this.views = views;
    this.texts = texts;
  }

  /** A unit in the list, with the names of where it lies. */
  record Row(Incomplete unit, String place) {}

  /**
   * A unit with its new result or without one any more, the ones before, and what makes the
   * difference between the last two.
   */
  record ChangeView(
      HazardSource unit, List<Worksheet> worksheets, List<Worksheet.Change> changes) {}

  @GetMapping("/hazards/incomplete")
  String list(HttpServletRequest request, Model model) {
    Listing list = Listing.of(request);
    SourceFilter filter = SourcePages.filter(list);
    DivisionCode division = filter.division();
    Long enterprise = filter.enterpriseId();
    List<Incomplete> found = incomplete.list(division, enterprise, list.offset(), list.size());
    Map<String, String> names = views.names(found.stream().map(Incomplete::division).toList());
    model.addAttribute("list", list.withTotal(incomplete.count(division, enterprise)));
    model.addAttribute(
        "rows",
        found.stream().map(u -> new Row(u, SourceViews.place(u.division(), names))).toList());
    return "hazards/web/incompletes";
  }

  /** A unit that has been completed since is shown with its result. */
  @GetMapping("/hazards/incomplete/{id}")
  String show(@PathVariable long id, Locale locale, Model model) {
    var unit = incomplete.find(id);
    if (unit.isEmpty()) {
      getUnit(id);
      return "redirect:/hazards/units/" + id;
    }
    DivisionCode division = unit.get().division();
    model.addAttribute(
        "row", new Row(unit.get(), SourceViews.place(division, views.names(List.of(division)))));
    model.addAttribute("source", getUnit(id));
    model.addAttribute("states", states.listStates(id));
    model.addAttribute("worksheets", units.listWorksheets(id));
    model.addAttribute("conditions", conditions.examine("hazards.unit", id));
    model.addAttribute("records", views.records(id, texts.in(locale)));
    return "hazards/web/incomplete";
  }

  @GetMapping("/hazards/units/{id}/change")
  String change(@PathVariable long id, Model model) {
    HazardSource unit = getUnit(id);
    List<Worksheet> sheets = units.listWorksheets(id);
    model.addAttribute(
        "view",
        new ChangeView(
            unit,
            sheets,
            sheets.size() > 1 && !unit.isIncomplete()
                ? sheets.getFirst().changesSince(sheets.get(1))
                : List.of()));
    return "hazards/web/change";
  }

  @Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
  @PostMapping("/hazards/units/{id}/change")
  String acknowledge(@PathVariable long id) {
    HazardSource unit = getUnit(id);
    levels.acknowledge(unit);
    return "redirect:" + unit.path();
  }

  private HazardSource getUnit(long id) {
    return sources
        .find(id)
        .filter(s -> s.kind() == SourceKind.HAZCHEM_UNIT)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
