package io.zaikong.hazards.web;

import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.SourceStates;
import io.zaikong.hazards.Sources;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Declares a source of any kind stopped, removed or in use again. */
@Controller
@Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class SourceStatePages {

  private static final String PATH = "/hazards/sources/{id}/state";

  private final SourceStates states;
  private final Sources sources;

  SourceStatePages(SourceStates states, Sources sources) {
    this.states = states;
    this.sources = sources;
  }

  @GetMapping(PATH)
  String show(@PathVariable long id, Model model) {
    return show(find(id), Form.empty(), model);
  }

  @PostMapping(PATH)
  String change(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String since,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      HttpServletResponse response) {
    HazardSource source = find(id);
    HazardSource.State wanted = SourcePages.constant(HazardSource.State.class, state);
    LocalDate day = Listing.findDay(since).orElse(null);
    Outcome<HazardSource> outcome =
        wanted == null
            ? Outcome.refused("state", "field.required")
            : day == null
                ? Outcome.refused("since", "field.required")
                : states.setState(id, wanted, day, reason);
    return switch (outcome) {
      case Done<HazardSource> done -> "redirect:" + source.path();
      case Refused<HazardSource> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Map<String, String> values = Map.of("state", state, "since", since, "reason", reason);
        yield show(source, Form.of(values).withFault(refused), model);
      }
    };
  }

  private static String show(HazardSource source, Form form, Model model) {
    model.addAttribute("source", source);
    model.addAttribute("form", form);
    return "hazards/web/sourcestate";
  }

  private HazardSource find(long id) {
    return sources.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
