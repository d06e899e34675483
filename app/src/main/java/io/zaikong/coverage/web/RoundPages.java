package io.zaikong.coverage.web;

import io.zaikong.coverage.Round;
import io.zaikong.coverage.Rounds;
import io.zaikong.coverage.Rounds.Draft;
import io.zaikong.enterprises.Category;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 普查轮次: what the open round asks, and the rounds before; kept by officers of the whole city. */
@Controller
@Allow(Role.OFFICER)
class RoundPages {

  private static final int SHOWN = 20;
  private static final String PAGE = "/census/round";

  private final Rounds rounds;

  RoundPages(Rounds rounds) {
    this.rounds = rounds;
  }

  @GetMapping(PAGE)
  String show(Model model) {
    Optional<Round> open = rounds.findOpen();
    return show(open.map(RoundPages::filled).orElseGet(RoundPages::proposed), model);
  }

  private static Form filled(Round round) {
    return Form.of(
        Map.of(
            "name", round.name(),
            "categories", names(round.categories()),
            "opened_on", round.openedOn().toString(),
            "due_on", round.dueOn().toString()));
  }

  private static Form proposed() {
    return Form.of(Map.of("categories", names(Round.USUAL)));
  }

  private static String names(Set<Category> categories) {
    return categories.stream().map(Enum::name).collect(Collectors.joining(" "));
  }

  private String show(Form form, Model model) {
    model.addAttribute("rounds", rounds.list(SHOWN));
    model.addAttribute("mayKeep", rounds.mayKeep());
    model.addAttribute("form", form);
    return "coverage/web/round";
  }

  @PostMapping(PAGE)
  String save(HttpServletRequest request, HttpServletResponse response, Model model) {
    Draft draft = draft(request);
    Outcome<Round> outcome =
        rounds.findOpen().isPresent() ? rounds.change(draft) : rounds.open(draft);
    return switch (outcome) {
      case Done<Round> done -> "redirect:/census/status";
      case Refused<Round> refused -> refuse(typed(request), refused, response, model);
    };
  }

  @PostMapping(PAGE + "/close")
  String close(
      @RequestParam(name = "close_reason", defaultValue = "") String reason,
      HttpServletResponse response,
      Model model) {
    return switch (rounds.close(reason)) {
      case Done<Round> done -> "redirect:" + PAGE;
      case Refused<Round> refused ->
          refuse(
              rounds.findOpen().map(RoundPages::filled).orElseGet(Form::empty),
              refused,
              response,
              model);
    };
  }

  private String refuse(
      Form form, Refused<Round> refused, HttpServletResponse response, Model model) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(form.withFault(refused), model);
  }

  private static Form typed(HttpServletRequest request) {
    Map<String, String> values = new HashMap<>();
    for (String field : new String[] {"name", "opened_on", "due_on", "reason"}) {
      values.put(field, value(request, field));
    }
    String[] categories = request.getParameterValues("categories");
    values.put("categories", categories == null ? "" : String.join(" ", categories));
    return Form.of(values);
  }

  private static Draft draft(HttpServletRequest request) {
    Set<String> chosen = Set.of(typed(request).value("categories").split(" "));
    return new Draft(
        value(request, "name"),
        Arrays.stream(Category.values())
            .filter(c -> chosen.contains(c.name()))
            .collect(Collectors.toSet()),
        day(value(request, "opened_on")),
        day(value(request, "due_on")),
        value(request, "reason"));
  }

  private static String value(HttpServletRequest request, String field) {
    String value = request.getParameter(field);
    return value == null ? "" : value;
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return typed.isEmpty() ? null : LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
