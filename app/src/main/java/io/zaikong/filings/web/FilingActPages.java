package io.zaikong.filings.web;

import io.zaikong.filings.Content;
import io.zaikong.filings.Filing;
import io.zaikong.filings.FilingCancellation;
import io.zaikong.filings.FilingReview;
import io.zaikong.filings.Filings;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The acts on a version: what the enterprise hands in, and what the county bureau decides. */
@Controller
class FilingActPages {

  private static final String PATH = FilingPages.PATH;

  private final Filings filings;
  private final FilingReview review;
  private final FilingCancellation cancellation;
  private final FilingPapers papers;
  private final FilingPages pages;

  FilingActPages(
      Filings filings,
      FilingReview review,
      FilingCancellation cancellation,
      FilingPapers papers,
      FilingPages pages) {
    this.filings = filings;
    this.review = review;
    this.cancellation = cancellation;
    this.papers = papers;
    this.pages = pages;
  }

  @Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
  @PostMapping(PATH + "/{act:submit|ask}")
  String submit(
      @PathVariable long id,
      @PathVariable String act,
      @RequestParam int revision,
      @RequestParam Map<String, String> typed,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    Outcome<Filing> outcome =
        act.equals("submit")
            ? filings.submit(id, revision)
            : cancellation.ask(id, revision, typed.getOrDefault("reason", ""));
    return answer(id, outcome, Form.of(typed), model, locale, response);
  }

  @Allow(Role.OFFICER)
  @PostMapping(PATH + "/{act:accept|return|file|check|cancel|refuse}")
  String receive(
      @PathVariable long id,
      @PathVariable String act,
      @RequestParam int revision,
      @RequestParam Map<String, String> typed,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    Outcome<Filing> outcome =
        switch (act) {
          case "accept" -> review.accept(id, revision);
          case "return" -> review.giveBack(id, revision, faults(typed));
          case "file" -> file(id, revision, typed.getOrDefault("series", ""));
          case "check" ->
              cancellation.check(
                  id,
                  revision,
                  Listing.findDay(typed.getOrDefault("on", "")).orElse(null),
                  typed.getOrDefault("opinion", ""));
          case "cancel" -> cancellation.cancel(id, revision);
          default -> cancellation.refuse(id, revision, typed.getOrDefault("refusal", ""));
        };
    return answer(id, outcome, Form.of(typed), model, locale, response);
  }

  private Outcome<Filing> file(long id, int revision, String series) {
    Filing filing = pages.filing(id);
    List<Content> contents = filings.contents(filing);
    return review.file(
        id,
        revision,
        series.matches("\\d{1,18}") ? Long.parseLong(series) : 0,
        papers.certificateTitle(filing),
        head -> papers.certificate(filing, contents, head.day(), Optional.of(head)));
  }

  /** What is wanting, typed in fields fault1, fault2 and so on. */
  private static Map<Integer, String> faults(Map<String, String> typed) {
    Map<Integer, String> faults = new TreeMap<>();
    typed.forEach(
        (name, why) -> {
          if (name.matches("fault\\d{1,2}") && !why.isBlank()) {
            faults.put(Integer.valueOf(name.substring(5)), why);
          }
        });
    return faults;
  }

  private String answer(
      long id,
      Outcome<Filing> outcome,
      Form form,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    return switch (outcome) {
      case Done<Filing> done -> "redirect:/filings/" + id;
      case Refused<Filing> refused ->
          pages.refuse(id, form.withFault(refused), model, locale, response);
    };
  }
}
