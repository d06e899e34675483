package io.zaikong.enterprises.web;

import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.EnterpriseDesk;
import io.zaikong.enterprises.EnterpriseDesk.Answer;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.enterprises.Field;
import io.zaikong.enterprises.PersonPost;
import io.zaikong.enterprises.Structure;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** An enterprise's record: its page, the form to make and change it, its workshops and people. */
@Controller
@Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class EnterprisePage {

  private final Enterprises enterprises;
  private final EnterpriseDesk desk;
  private final Structure structure;
  private final EnterpriseViews views;

  EnterprisePage(
      Enterprises enterprises, EnterpriseDesk desk, Structure structure, EnterpriseViews views) {
    this.enterprises = enterprises;
    this.desk = desk;
    this.structure = structure;
    this.views = views;
  }

  /** A record that was merged forwards to the one that stands, as far as that one is in sight. */
  @Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
  @GetMapping("/enterprises/{id}")
  String show(@PathVariable long id, Locale locale, Model model) {
    Enterprise enterprise = get(id);
    Long survivor = enterprise.mergedInto();
    if (survivor != null && enterprises.find(survivor).isPresent()) {
      return "redirect:/enterprises/" + survivor;
    }
    return show(enterprise, Form.empty(), locale, model);
  }

  /** Filled with what the address says: whoever leads here knows something already. */
  @Allow(Role.OFFICER)
  @GetMapping("/enterprises/new")
  String showNew(HttpServletRequest request, Model model) {
    Map<String, String> values = new HashMap<>();
    typed(request).forEach((field, text) -> values.put(field.form(), text));
    return form("/enterprises/new", "/enterprises", Form.of(values), model);
  }

  @Allow(Role.OFFICER)
  @PostMapping("/enterprises/new")
  String add(HttpServletRequest request, HttpServletResponse response, Model model) {
    Answer answer = desk.add(typed(request));
    return answered(answer, "/enterprises/new", "/enterprises", request, response, model);
  }

  @GetMapping("/enterprises/{id}/change")
  String showChange(@PathVariable long id, Model model) {
    Map<String, String> values = new HashMap<>();
    EnterpriseDesk.texts(getStanding(id)).forEach((field, text) -> values.put(field.form(), text));
    return form("/enterprises/" + id + "/change", "/enterprises/" + id, Form.of(values), model);
  }

  @PostMapping("/enterprises/{id}/change")
  String change(
      @PathVariable long id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    getStanding(id);
    String page = "/enterprises/" + id;
    return answered(
        desk.change(id, typed(request)), page + "/change", page, request, response, model);
  }

  @PostMapping("/enterprises/{id}/workshops")
  String addWorkshop(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String workshop,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    getStanding(id);
    Form form = Form.of(Map.of("workshop", workshop));
    return acted(id, structure.addWorkshop(id, workshop.strip()), form, locale, response, model);
  }

  @PostMapping("/enterprises/{id}/teams")
  String addTeam(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String team,
      @RequestParam(name = "team_workshop", required = false) @Nullable Long workshop,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    getStanding(id);
    Form form =
        Form.of(Map.of("team", team, "team_workshop", workshop == null ? "" : workshop + ""));
    return acted(id, structure.addTeam(id, workshop, team.strip()), form, locale, response, model);
  }

  @PostMapping("/enterprises/{id}/people")
  String addPerson(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") Set<PersonPost> post,
      @RequestParam(name = "person_team", required = false) @Nullable Long team,
      @RequestParam(name = "person_phone", defaultValue = "") String phone,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    getStanding(id);
    Form form =
        Form.of(
            Map.of(
                "person",
                person,
                "person_phone",
                phone,
                "person_team",
                team == null ? "" : team + "",
                "post",
                String.join(" ", post.stream().map(Enum::name).toList())));
    return acted(
        id,
        structure.addPerson(id, person.strip(), post, team, phone.strip()),
        form,
        locale,
        response,
        model);
  }

  @PostMapping("/enterprises/{id}/workshops/{part}/close")
  String closeWorkshop(
      @PathVariable long id,
      @PathVariable long part,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    getStanding(id);
    return acted(id, structure.closeWorkshop(id, part), Form.empty(), locale, response, model);
  }

  @PostMapping("/enterprises/{id}/teams/{part}/close")
  String closeTeam(
      @PathVariable long id,
      @PathVariable long part,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    getStanding(id);
    return acted(id, structure.closeTeam(id, part), Form.empty(), locale, response, model);
  }

  @PostMapping("/enterprises/{id}/people/{part}/leave")
  String leave(
      @PathVariable long id,
      @PathVariable long part,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    getStanding(id);
    return acted(id, structure.leave(id, part), Form.empty(), locale, response, model);
  }

  private String acted(
      long id,
      Outcome<String> outcome,
      Form form,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    return switch (outcome) {
      case Done<String> done -> "redirect:/enterprises/" + id + "#structure";
      case Refused<String> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield show(get(id), form.withFault(refused), locale, model);
      }
    };
  }

  private String answered(
      Answer answer,
      String action,
      String cancel,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (answer.id().isPresent()) {
      return "redirect:/enterprises/" + answer.id().get();
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    Map<String, String> values = new HashMap<>();
    typed(request).forEach((field, text) -> values.put(field.form(), text));
    return form(action, cancel, new Form(values, answer.faults()), model);
  }

  private String form(String action, String cancel, Form form, Model model) {
    List<Field> fields = EnterpriseDesk.fieldsFor(Actor.getCurrent());
    model.addAttribute("action", action);
    model.addAttribute("cancel", cancel);
    model.addAttribute("fields", fields);
    model.addAttribute("townships", views.townships(form.value(Field.DIVISION.form())));
    model.addAttribute("form", form);
    return "enterprises/web/enterpriseform";
  }

  /** Ticked categories come as several values. */
  private static Map<Field, String> typed(HttpServletRequest request) {
    Map<Field, String> typed = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      String[] values = request.getParameterValues(field.form());
      if (values != null) {
        typed.put(field, String.join("、", values).strip());
      } else if (field == Field.CATEGORIES && request.getParameter(Field.NAME.form()) != null) {
        typed.put(field, "");
      }
    }
    return typed;
  }

  private String show(Enterprise enterprise, Form form, Locale locale, Model model) {
    model.addAttribute("view", views.of(enterprise, locale));
    model.addAttribute("form", form);
    return "enterprises/web/enterprise";
  }

  private Enterprise get(long id) {
    return enterprises
        .find(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** A record that was merged is only looked at. */
  private Enterprise getStanding(long id) {
    Enterprise enterprise = get(id);
    if (enterprise.mergedInto() != null) {
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }
    return enterprise;
  }
}
