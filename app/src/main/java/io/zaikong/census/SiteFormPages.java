package io.zaikong.census;

import io.zaikong.census.SiteForms.Site;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.Declarations.Preview;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.substances.Substances;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A site and its units, declared at the screen. */
@Controller
@Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class SiteFormPages {

  private static final int LONGEST = 300;

  private final SiteForms forms;
  private final Substances substances;

  SiteFormPages(SiteForms forms, Substances substances) {
    this.forms = forms;
    this.substances = substances;
  }

  /**
   * The form of a unit.
   *
   * @param unitId 0 for a new unit
   * @param preview what a check found; null when nothing was checked
   */
  record FormView(Site site, long unitId, Form form, @Nullable Preview preview) {

    String action() {
      return unitId == 0
          ? "/census/enterprises/" + site.enterprise().id() + "/units/new"
          : "/census/units/" + unitId;
    }

    int rows() {
      return UnitForm.rows(form);
    }
  }

  @Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
  @GetMapping("/census/enterprises/{id}")
  String site(@PathVariable long id, Model model) {
    model.addAttribute("site", getSite(id));
    return "census/site";
  }

  @GetMapping("/census/enterprises/{id}/units/new")
  String create(@PathVariable long id, Model model) {
    Site site = getSite(id);
    return form(new FormView(site, 0, UnitForm.of(site.declared(), null), null), model);
  }

  @PostMapping("/census/enterprises/{id}/units/new")
  String create(
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    return act(new FormView(getSite(id), 0, form(typed), null), typed, model, response);
  }

  @GetMapping("/census/units/{id}")
  String edit(@PathVariable long id, Model model) {
    Declarations.Declared declared = getUnit(id);
    Site site = getSite(declared.enterpriseId());
    return form(new FormView(site, id, UnitForm.of(site.declared(), declared.unit()), null), model);
  }

  @PostMapping("/census/units/{id}")
  String edit(
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    Declarations.Declared declared = getUnit(id);
    Form form = form(typed).with("name", declared.unit().name());
    return act(
        new FormView(getSite(declared.enterpriseId()), id, form, null), typed, model, response);
  }

  /** For the field of a chemical, whatever its row: choices by name, alias or CAS number. */
  @GetMapping("/census/substances")
  String suggest(@RequestParam Map<String, String> typed, Model model) {
    String text = typed.values().stream().findFirst().orElse("");
    model.addAttribute("found", substances.suggest(text));
    return "substances/suggest";
  }

  private String act(
      FormView view, Map<String, String> typed, Model model, HttpServletResponse response) {
    String act = typed.getOrDefault("act", "");
    if (act.equals("add")) {
      Form more =
          view.form.with("rows", Integer.toString(Math.min(view.rows() + 1, UnitForm.MOST_ROWS)));
      return form(new FormView(view.site, view.unitId, more, null), model);
    }
    if (act.equals("empty")) {
      return form(
          new FormView(view.site, view.unitId, UnitForm.withoutQuantities(view.form), null), model);
    }
    if (act.matches("c\\d{1,2}")) {
      Form computed = UnitForm.withQuantity(view.form, act);
      return form(new FormView(view.site, view.unitId, computed, null), model);
    }
    UnitForm.Reading reading = UnitForm.read(view.form);
    UnitForm.Read read = reading.read();
    if (read == null) {
      return refused(view, reading.form().faults(), model, response);
    }
    if (view.unitId == 0 && view.site.hasUnit(read.unit().name())) {
      return refused(
          view,
          List.of((Refused<?>) Outcome.refused("name", "census.form.unit_exists")),
          model,
          response);
    }
    if (act.equals("check")) {
      Preview preview = forms.preview(read);
      List<Refused<?>> faults = SiteForms.faults(read, preview.problems());
      return faults.isEmpty()
          ? form(new FormView(view.site, view.unitId, view.form, preview), model)
          : refused(view, faults, model, response);
    }
    List<Refused<?>> faults = forms.declare(view.site, read);
    if (!faults.isEmpty()) {
      return refused(view, faults, model, response);
    }
    return view.unitId == 0
        ? "redirect:/census/enterprises/" + view.site.enterprise().id()
        : "redirect:/hazards/units/" + view.unitId;
  }

  private static String refused(
      FormView view, List<Refused<?>> faults, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(
        new FormView(view.site, view.unitId, new Form(view.form.values(), faults), null), model);
  }

  private static String form(FormView view, Model model) {
    model.addAttribute("view", view);
    return "census/unitform";
  }

  private static Form form(Map<String, String> typed) {
    Map<String, String> values = new HashMap<>();
    typed.forEach(
        (name, value) -> {
          if (!name.startsWith("_")) {
            values.put(name, value.substring(0, Math.min(LONGEST, value.length())));
          }
        });
    return Form.of(values);
  }

  private Site getSite(long enterpriseId) {
    return forms
        .find(enterpriseId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Declarations.Declared getUnit(long id) {
    return forms.findUnit(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
