package io.zaikong.hazards.web;

import io.zaikong.hazards.Designations;
import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.Sources;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Chooses a source for 重点监控, or takes the choice back. */
@Controller
@Allow(Role.OFFICER)
class DesignationPages {

  private static final String SOURCE = "/hazards/sources/{id}/designations";

  private final Designations designations;
  private final Sources sources;
  private final SourceViews views;

  DesignationPages(Designations designations, Sources sources, SourceViews views) {
    this.designations = designations;
    this.sources = sources;
    this.views = views;
  }

  @GetMapping(SOURCE)
  String show(@PathVariable long id, Model model) {
    return show(find(id), Form.empty(), model);
  }

  @PostMapping(SOURCE)
  String designate(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "") String year,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      HttpServletResponse response) {
    HazardSource source = find(id);
    Outcome<Integer> outcome =
        designations.designate(
            id,
            agency.matches("\\d{1,18}") ? Long.parseLong(agency) : 0,
            year.matches("\\d{4}") ? Integer.parseInt(year) : 0,
            reason);
    Form form = Form.of(Map.of("agency", agency, "year", year, "reason", reason));
    return answer(outcome, source, form, model, response);
  }

  @PostMapping(SOURCE + "/{designation}/withdraw")
  String withdraw(
      @PathVariable long id,
      @PathVariable long designation,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      HttpServletResponse response) {
    HazardSource source = find(id);
    return answer(
        designations.withdraw(id, designation, reason), source, Form.empty(), model, response);
  }

  private String answer(
      Outcome<Integer> outcome,
      HazardSource source,
      Form form,
      Model model,
      HttpServletResponse response) {
    return switch (outcome) {
      case Outcome.Done<Integer> done ->
          "redirect:/hazards/sources/" + source.id() + "/designations";
      case Outcome.Refused<Integer> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield show(source, form.withFault(refused), model);
      }
    };
  }

  private String show(HazardSource source, Form form, Model model) {
    model.addAttribute("source", source);
    model.addAttribute("watch", views.watch(source.id(), source.path(), form));
    return "hazards/web/designations";
  }

  private HazardSource find(long id) {
    return sources.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
