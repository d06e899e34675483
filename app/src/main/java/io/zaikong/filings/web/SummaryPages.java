package io.zaikong.filings.web;

import io.zaikong.documents.DocumentNumbers;
import io.zaikong.documents.NumberSeries;
import io.zaikong.filings.FilingRegister;
import io.zaikong.filings.Summaries;
import io.zaikong.filings.Summary;
import io.zaikong.filings.Summary.Period;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Places;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 汇总上报: the lists due from the own bureau, each with what it holds, and those sent. */
@Controller
@Allow({Role.CHIEF, Role.OFFICER})
class SummaryPages {

  private static final String PERIOD = "/filing-summaries/{kind}/{end}";

  private final Summaries summaries;
  private final FilingRegister register;
  private final FilingPapers papers;
  private final DocumentNumbers numbers;
  private final Places places;
  private final Texts texts;

  SummaryPages(
      Summaries summaries,
      FilingRegister register,
      FilingPapers papers,
      DocumentNumbers numbers,
      Places places,
      Texts texts) {
    this.summaries = summaries;
    this.register = register;
    this.papers = papers;
    this.numbers = numbers;
    this.places = places;
    this.texts = texts;
  }

  /** Those due and sent, and what came from below. */
  record SummariesView(List<Period> periods, List<Received> received, LocalDate today) {}

  record Received(Summary summary, String place) {}

  /** A list before or after it is sent. */
  record PeriodView(
      Period period,
      List<Summary.Row> rows,
      List<NumberSeries> series,
      boolean maySubmit,
      Form form,
      LocalDate today) {}

  @GetMapping("/filing-summaries")
  String list(Model model) {
    List<Received> received =
        summaries.listFromBelow().stream()
            .map(s -> new Received(s, places.findName(s.division()).orElse(s.division().value())))
            .toList();
    model.addAttribute(
        "view", new SummariesView(summaries.listPeriods(), received, register.today()));
    return "filings/web/summaries";
  }

  @GetMapping(PERIOD)
  String show(@PathVariable String kind, @PathVariable String end, Model model) {
    return show(period(kind, end), Form.empty(), model);
  }

  @Allow(Role.OFFICER)
  @PostMapping(PERIOD)
  String submit(
      @PathVariable String kind,
      @PathVariable String end,
      @RequestParam(defaultValue = "0") long series,
      Model model,
      HttpServletResponse response) {
    Period period = period(kind, end);
    Outcome<Long> outcome =
        summaries.submit(
            period,
            series,
            papers.summaryTitle(period),
            (rows, head) -> papers.summary(period, rows, register.today(), head));
    return switch (outcome) {
      case Done<Long> done -> "redirect:/filing-summaries/" + kind + "/" + end;
      case Refused<Long> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield show(period(kind, end), Form.empty().withFault(refused), model);
      }
    };
  }

  @GetMapping("/filing-summaries/{id:\\d+}/list.xlsx")
  void workbook(@PathVariable long id, HttpServletResponse response, Locale locale)
      throws IOException {
    Summary summary =
        summaries.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader("Content-Disposition", "attachment; filename=\"filing-summary.xlsx\"");
    FilingWorkbooks.summary(response.getOutputStream(), summary, texts.in(locale));
  }

  private String show(Period period, Form form, Model model) {
    boolean maySubmit = Actor.getCurrent().hasAny(Role.OFFICER) && period.sent() == null;
    model.addAttribute(
        "view",
        new PeriodView(
            period,
            period.findSent().map(Summary::rows).orElseGet(() -> summaries.listRows(period.rule())),
            maySubmit ? numbers.listOwn(Summaries.PAPER) : List.of(),
            maySubmit,
            form,
            register.today()));
    return "filings/web/summary";
  }

  private Period period(String kind, String end) {
    LocalDate day = Listing.findDay(end).orElse(null);
    if (day == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return summaries
        .findPeriod(kind, day)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
