package io.zaikong.coverage.web;

import io.zaikong.coverage.CensusStatus;
import io.zaikong.coverage.ReminderBatch;
import io.zaikong.coverage.Reminders;
import io.zaikong.coverage.Reporting;
import io.zaikong.coverage.Round;
import io.zaikong.coverage.Rounds;
import io.zaikong.coverage.StatusFilter;
import io.zaikong.coverage.web.StatusViews.Table;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.shell.Slice.Rows;
import io.zaikong.shell.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * 普查进度: the table by place (round, counts, batches: three statements), the list of enterprises
 * (round, page: two), its export, and 批量催报.
 */
@Controller
@Allow({Role.CHIEF, Role.OFFICER})
class StatusPages {

  private static final int BATCHES = 5;

  private final Rounds rounds;
  private final CensusStatus status;
  private final Reminders reminders;
  private final StatusViews views;
  private final PlaceWords places;
  private final Texts texts;

  StatusPages(
      Rounds rounds,
      CensusStatus status,
      Reminders reminders,
      StatusViews views,
      PlaceWords places,
      Texts texts) {
    this.rounds = rounds;
    this.status = status;
    this.reminders = reminders;
    this.views = views;
    this.places = places;
    this.texts = texts;
  }

  /** An enterprise in the list, with the names of where it lies. */
  record Row(Reporting enterprise, String place) {}

  /** A reminder in a batch, with the names of where its enterprise lies. */
  record SentRow(Reminders.Sent sent, String place) {}

  @GetMapping("/census/status")
  String table(@RequestParam(defaultValue = "") String division, Model model) {
    Optional<Round> round = rounds.findCurrent();
    model.addAttribute("mayKeep", rounds.mayKeep());
    if (round.isEmpty()) {
      return "coverage/web/noround";
    }
    Table table =
        views.table(
            round.get(), DivisionCode.isValid(division) ? new DivisionCode(division) : null);
    model.addAttribute("round", round.get());
    model.addAttribute("table", table);
    model.addAttribute("batches", reminders.listBatches(round.get(), BATCHES));
    model.addAttribute("today", status.today());
    model.addAttribute("mayRemind", mayRemind(round.get()));
    return "coverage/web/status";
  }

  @GetMapping("/census/status/enterprises")
  String list(HttpServletRequest request, Model model) {
    return list(Listing.of(request), Form.empty(), model);
  }

  private String list(Listing list, Form form, Model model) {
    Optional<Round> found = rounds.findCurrent();
    if (found.isEmpty()) {
      model.addAttribute("mayKeep", rounds.mayKeep());
      return "coverage/web/noround";
    }
    Round round = found.get();
    StatusFilter filter = StatusViews.filter(list);
    Rows<Reporting> rows = status.page(round, filter, list.offset(), list.size());
    List<Reporting> page = rows.items();
    model.addAttribute("round", round);
    model.addAttribute("list", list.withTotal(rows.total()));
    model.addAttribute(
        "rows", page.stream().map(e -> new Row(e, places.of(e.division()))).toList());
    model.addAttribute("divisions", places.options(list.filter("division")));
    model.addAttribute("mayRemind", mayRemind(round));
    model.addAttribute("form", form);
    return "coverage/web/enterprises";
  }

  private static boolean mayRemind(Round round) {
    return round.isOpen() && Actor.getCurrent().hasAny(Role.OFFICER);
  }

  /** Of the filter in the address; what came of it is shown as the batch, or why nothing did. */
  @Allow(Role.OFFICER)
  @PostMapping("/census/status/remind")
  String remind(HttpServletRequest request, HttpServletResponse response, Model model) {
    Listing asked = Listing.of(request);
    return switch (reminders.send(StatusViews.filter(asked))) {
      case Done<ReminderBatch>(ReminderBatch batch) ->
          "redirect:/census/status/reminders/" + batch.id();
      case Refused<ReminderBatch> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Listing list =
            new Listing(
                "/census/status/enterprises",
                asked.filters(),
                asked.sort(),
                asked.descending(),
                1,
                asked.size(),
                0);
        yield list(list, Form.empty().withFault(refused), model);
      }
    };
  }

  @GetMapping("/census/status/reminders/{id}")
  String batch(@PathVariable long id, HttpServletRequest request, Model model) {
    ReminderBatch batch =
        reminders
            .findBatch(id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Listing list = Listing.of(request);
    model.addAttribute("batch", batch);
    model.addAttribute("place", places.of(batch.division()));
    model.addAttribute("list", list.withTotal(batch.sent()));
    model.addAttribute(
        "rows",
        reminders.listSent(id, list.offset(), list.size()).stream()
            .map(s -> new SentRow(s, places.of(s.division())))
            .toList());
    return "coverage/web/batch";
  }

  /** A file first, so that whoever reads slowly holds no connection. */
  @GetMapping("/census/status/export")
  void export(HttpServletRequest request, HttpServletResponse response, Locale locale)
      throws IOException {
    Round round =
        rounds.findCurrent().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    StatusFilter filter = StatusViews.filter(Listing.of(request));
    Path file = Files.createTempFile("census-status", ".xlsx");
    try {
      try (StatusWorkbook book =
          new StatusWorkbook(Files.newOutputStream(file), places, texts.in(locale))) {
        status.export(round, filter, book::add);
      }
      response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      response.setHeader("Content-Disposition", "attachment; filename=\"census-status.xlsx\"");
      response.setContentLengthLong(Files.size(file));
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.delete(file);
    }
  }
}
