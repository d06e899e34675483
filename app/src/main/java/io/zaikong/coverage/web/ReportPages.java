package io.zaikong.coverage.web;

import io.zaikong.coverage.CensusStatus;
import io.zaikong.coverage.Reporting;
import io.zaikong.coverage.Reports;
import io.zaikong.coverage.Round;
import io.zaikong.coverage.Rounds;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.journal.Journal;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.TimelineEntry;
import io.zaikong.shell.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 普查申报: where one enterprise stands, and what it or an officer does about it. */
@Controller
@RequestMapping("/census/report/{id}")
@Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class ReportPages {

  private static final int ACTS = 50;

  private final Enterprises enterprises;
  private final Rounds rounds;
  private final CensusStatus status;
  private final Reports reports;
  private final Journal journal;
  private final PlaceWords places;
  private final Texts texts;

  ReportPages(
      Enterprises enterprises,
      Rounds rounds,
      CensusStatus status,
      Reports reports,
      Journal journal,
      PlaceWords places,
      Texts texts) {
    this.enterprises = enterprises;
    this.rounds = rounds;
    this.status = status;
    this.reports = reports;
    this.journal = journal;
    this.places = places;
    this.texts = texts;
  }

  /**
   * @param standing empty when the round does not ask the enterprise, or none is open
   * @param officer whether the reader may excuse it, and acts on its behalf
   * @param mayAct whether the reader may declare for it
   */
  record View(
      Enterprise enterprise,
      String place,
      Optional<Round> round,
      Optional<Reporting> standing,
      Optional<Reports.None> none,
      String asked,
      List<TimelineEntry> timeline,
      boolean officer,
      boolean mayAct) {}

  @Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
  @GetMapping
  String show(@PathVariable long id, Locale locale, Model model) {
    return show(id, Form.empty(), locale, model);
  }

  private String show(long id, Form form, Locale locale, Model model) {
    Enterprise enterprise =
        enterprises.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Words words = texts.in(locale);
    String place = places.of(enterprise.division());
    Optional<Round> round = rounds.findOpen();
    Optional<Reporting> standing = round.flatMap(r -> status.find(r, id));
    Actor actor = Actor.getCurrent();
    boolean officer = actor.hasAny(Role.OFFICER);
    model.addAttribute(
        "view",
        new View(
            enterprise,
            place,
            round,
            standing,
            round.flatMap(r -> reports.findNone(r, id)),
            standing.map(s -> StatusWorkbook.asked(s, words, place)).orElse(""),
            journal.listFor("enterprises.enterprise", Long.toString(id), ACTS).stream()
                .filter(e -> e.act().startsWith("coverage."))
                .map(
                    e -> new TimelineEntry(e.at(), e.actorName(), words.text("act." + e.act()), ""))
                .toList(),
            officer,
            officer || actor.hasAny(Role.ENTERPRISE_SAFETY_MANAGER)));
    model.addAttribute("form", form);
    return "coverage/web/report";
  }

  @PostMapping("/none")
  String declareNone(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String basis,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    return answer(
        id, reports.declareNone(id, basis), Map.of("basis", basis), locale, response, model);
  }

  @Allow(Role.OFFICER)
  @PostMapping("/none/withdraw")
  String withdrawNone(
      @PathVariable long id,
      @RequestParam(name = "withdraw_reason", defaultValue = "") String reason,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    return answer(
        id,
        reports.withdrawNone(id, reason),
        Map.of("withdraw_reason", reason),
        locale,
        response,
        model);
  }

  @Allow(Role.OFFICER)
  @PostMapping("/excuse")
  String excuse(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    return answer(
        id, reports.excuse(id, reason), Map.of("reason", reason), locale, response, model);
  }

  @Allow(Role.OFFICER)
  @PostMapping("/add")
  String add(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    return answer(id, reports.add(id, reason), Map.of("reason", reason), locale, response, model);
  }

  private String answer(
      long id,
      Outcome<Long> outcome,
      Map<String, String> typed,
      Locale locale,
      HttpServletResponse response,
      Model model) {
    return switch (outcome) {
      case Done<Long> done -> "redirect:/census/report/" + id;
      case Refused<Long> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield show(id, Form.of(typed).withFault(refused), locale, model);
      }
    };
  }
}
