package io.zaikong.hazards.web;

import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.EnterpriseFilter;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.SourceFacts;
import io.zaikong.hazards.SourceField;
import io.zaikong.hazards.SourceFields;
import io.zaikong.hazards.SourceKind;
import io.zaikong.hazards.SourceRegister;
import io.zaikong.hazards.SourceRegister.Answer;
import io.zaikong.hazards.SourceRegister.Draft;
import io.zaikong.hazards.Sources;
import io.zaikong.kit.GeoPoint;
import io.zaikong.org.EnterpriseNames;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/** Declares a source by the fields of its kind, and changes it. */
@Controller
@Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class SourceFormPages {

  private final SourceRegister register;
  private final Sources sources;
  private final Enterprises enterprises;
  private final EnterpriseNames names;

  SourceFormPages(
      SourceRegister register, Sources sources, Enterprises enterprises, EnterpriseNames names) {
    this.register = register;
    this.sources = sources;
    this.enterprises = enterprises;
    this.names = names;
  }

  /**
   * The form of a source.
   *
   * @param id 0 for a new one
   * @param enterprise the name of a known one's enterprise; empty for a new one
   */
  record FormView(
      long id, String enterprise, SourceKind kind, List<SourceField> fields, Form form) {

    String action() {
      return id == 0 ? "/hazards/sources/new" : "/hazards/sources/" + id + "/change";
    }

    String back() {
      return id == 0 ? "/hazards/sources" : "/hazards/sources/" + id;
    }
  }

  @GetMapping("/hazards/sources/new")
  String create(@RequestParam(defaultValue = "") String kind, Model model) {
    SourceKind chosen = SourcePages.constant(SourceKind.class, kind);
    if (chosen == null || !chosen.isDeclaredByFields()) {
      return "hazards/web/sourcekinds";
    }
    return form(0, "", chosen, Form.of(Map.of("enterprise", onlyEnterprise())), model);
  }

  /** The enterprises in sight whose name holds what is being typed. */
  @GetMapping("/hazards/sources/enterprises")
  String enterprises(@RequestParam(defaultValue = "") String enterprise, Model model) {
    model.addAttribute(
        "options",
        enterprise.isBlank()
            ? List.of()
            : names.search(enterprise.strip(), 20).stream()
                .map(EnterpriseNames.Named::label)
                .toList());
    return "org/web/options";
  }

  /** Who sees one enterprise only need not name it. */
  private String onlyEnterprise() {
    List<Enterprise> seen = enterprises.list(EnterpriseFilter.all(), 0, 2);
    return seen.size() == 1
        ? new EnterpriseNames.Named(seen.getFirst().id(), seen.getFirst().name()).label()
        : "";
  }

  @PostMapping("/hazards/sources/new")
  String create(
      @RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
    SourceKind kind = SourcePages.constant(SourceKind.class, typed.getOrDefault("kind", ""));
    if (kind == null || !kind.isDeclaredByFields()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    Form form = formOf(kind, typed);
    Typed read = Typed.of(form);
    Answer answer =
        read.faults.isEmpty()
            ? register.add(form.value("enterprise"), kind, read.draft)
            : new Answer.Faulty(read.faults);
    return answer(answer, 0, "", kind, form, model, response);
  }

  @GetMapping("/hazards/sources/{id}/change")
  String change(@PathVariable long id, Model model) {
    HazardSource source = getDeclared(id);
    SourceFacts facts = sources.listFacts(id).getFirst();
    Map<String, String> values = new LinkedHashMap<>(facts.values());
    values.put("name", source.name());
    sources
        .findOwnPosition(id)
        .ifPresent(
            p -> {
              values.put("longitude", Double.toString(p.longitudeDeg()));
              values.put("latitude", Double.toString(p.latitudeDeg()));
            });
    return form(id, source.enterpriseName(), source.kind(), Form.of(values), model);
  }

  @PostMapping("/hazards/sources/{id}/change")
  String change(
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    HazardSource source = getDeclared(id);
    Form form = formOf(source.kind(), typed);
    Typed read = Typed.of(form);
    Answer answer =
        read.faults.isEmpty() ? register.change(id, read.draft) : new Answer.Faulty(read.faults);
    return answer(answer, id, source.enterpriseName(), source.kind(), form, model, response);
  }

  /** What of the address's fields belongs to the form. */
  private static Form formOf(SourceKind kind, Map<String, String> typed) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String field : List.of("enterprise", "name", "longitude", "latitude", "reason")) {
      values.put(field, typed.getOrDefault(field, ""));
    }
    SourceFields.of(kind).forEach(f -> values.put(f.key(), typed.getOrDefault(f.key(), "")));
    return Form.of(values);
  }

  private String answer(
      Answer answer,
      long id,
      String enterprise,
      SourceKind kind,
      Form form,
      Model model,
      HttpServletResponse response) {
    return switch (answer) {
      case Answer.Declared declared -> "redirect:/hazards/sources/" + declared.sourceId();
      case Answer.Faulty faulty -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield form(id, enterprise, kind, new Form(form.values(), faulty.faults()), model);
      }
    };
  }

  private static String form(long id, String enterprise, SourceKind kind, Form form, Model model) {
    model.addAttribute("view", new FormView(id, enterprise, kind, SourceFields.of(kind), form));
    return "hazards/web/sourceform";
  }

  private HazardSource getDeclared(long id) {
    return sources
        .find(id)
        .filter(s -> s.kind().isDeclaredByFields())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Refused<?> fault(String field, String reason) {
    return new Refused<>(reason, List.of(), field, "");
  }

  /** The draft as typed, or what keeps its position from being read. */
  private record Typed(Draft draft, List<Refused<?>> faults) {

    static Typed of(Form form) {
      List<Refused<?>> faults = new ArrayList<>();
      GeoPoint position = position(form, faults);
      return new Typed(
          new Draft(form.value("name"), position, form.values(), form.value("reason")), faults);
    }

    private static @Nullable GeoPoint position(Form form, List<Refused<?>> faults) {
      String longitude = form.value("longitude").strip();
      String latitude = form.value("latitude").strip();
      if (longitude.isEmpty() && latitude.isEmpty()) {
        return null;
      }
      String number = "\\d{1,3}(\\.\\d{1,8})?";
      if (!longitude.matches(number) || Double.parseDouble(longitude) > 180) {
        faults.add(fault("longitude", "hazards.source.longitude"));
      }
      if (!latitude.matches(number) || Double.parseDouble(latitude) > 90) {
        faults.add(fault("latitude", "hazards.source.latitude"));
      }
      return faults.isEmpty()
          ? new GeoPoint(Double.parseDouble(longitude), Double.parseDouble(latitude))
          : null;
    }
  }
}
