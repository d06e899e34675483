package io.zaikong.filings.web;

import io.zaikong.documents.DocumentNumbers;
import io.zaikong.documents.IssuedDocument;
import io.zaikong.documents.IssuedDocuments;
import io.zaikong.documents.NumberSeries;
import io.zaikong.filings.Content;
import io.zaikong.filings.Deadline;
import io.zaikong.filings.Filing;
import io.zaikong.filings.FilingCancellation;
import io.zaikong.filings.FilingRegister;
import io.zaikong.filings.FilingReview;
import io.zaikong.filings.FilingState;
import io.zaikong.filings.FilingState.Accepted;
import io.zaikong.filings.FilingState.Open;
import io.zaikong.filings.Filings;
import io.zaikong.filings.Lack;
import io.zaikong.journal.Journal;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.TimelineEntry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** A version of a filing: its archive, where it stands, and the next act. */
@Controller
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class FilingPages {

  private static final String PATH = "/filings/{id:\\d+}";

  private final Filings filings;
  private final FilingReview review;
  private final FilingCancellation cancellation;
  private final FilingRegister register;
  private final FilingPapers papers;
  private final DocumentNumbers numbers;
  private final IssuedDocuments issued;
  private final Journal journal;
  private final Texts texts;

  FilingPages(
      Filings filings,
      FilingReview review,
      FilingCancellation cancellation,
      FilingRegister register,
      FilingPapers papers,
      DocumentNumbers numbers,
      IssuedDocuments issued,
      Journal journal,
      Texts texts) {
    this.filings = filings;
    this.review = review;
    this.cancellation = cancellation;
    this.register = register;
    this.papers = papers;
    this.numbers = numbers;
    this.issued = issued;
    this.journal = journal;
    this.texts = texts;
  }

  /**
   * @param mayEdit the archive is open and the person may change it; {@code mayReceive} he is one
   *     of the county bureau
   * @param cancellationDue by when a cancellation that was asked for is to be reviewed
   */
  record FilingView(
      Filing filing,
      List<Content> contents,
      List<IssuedDocument> documents,
      List<NumberSeries> series,
      Optional<Deadline> cancellationDue,
      List<TimelineEntry> timeline,
      boolean mayEdit,
      boolean mayAsk,
      boolean mayReceive,
      Form form,
      LocalDate today) {

    long provided() {
      return contents.stream().filter(c -> !c.isMissing()).count();
    }
  }

  @GetMapping(PATH)
  String show(@PathVariable long id, Model model, Locale locale) {
    return show(filing(id), Form.empty(), model, locale);
  }

  @Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
  @PostMapping(PATH + "/items/{no}/files")
  String attach(
      @PathVariable long id,
      @PathVariable int no,
      @RequestParam("file") MultipartFile file,
      Model model,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    return item(id, no, filings.attach(id, no, name, file.getBytes()), model, locale, response);
  }

  @Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
  @PostMapping(PATH + "/items/{no}/files/{file}/remove")
  String detach(
      @PathVariable long id,
      @PathVariable int no,
      @PathVariable long file,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    return item(id, no, filings.detach(id, no, file, reason), model, locale, response);
  }

  @Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
  @PostMapping(PATH + "/items/{no}/not-applicable")
  String notApplicable(
      @PathVariable long id,
      @PathVariable int no,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    return item(id, no, filings.setNotApplicable(id, no, reason), model, locale, response);
  }

  @Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
  @PostMapping(PATH + "/items/{no}/drop-carried")
  String dropCarried(
      @PathVariable long id,
      @PathVariable int no,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    return item(id, no, filings.dropCarried(id, no), model, locale, response);
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
    Filing filing = filing(id);
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

  /** A refusal about an item shows beside it. */
  private String item(
      long id,
      int no,
      Outcome<?> outcome,
      Model model,
      Locale locale,
      HttpServletResponse response) {
    if (outcome instanceof Refused<?> refused) {
      String field = "item" + no;
      Refused<?> beside =
          new Refused<>(refused.reason(), refused.parameters(), field, refused.clause());
      return refuse(id, Form.empty().withFault(beside), model, locale, response);
    }
    return "redirect:/filings/" + id + "#item-" + no;
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
      case Refused<Filing> refused -> refuse(id, form.withFault(refused), model, locale, response);
    };
  }

  private String refuse(
      long id, Form form, Model model, Locale locale, HttpServletResponse response) {
    Filing filing = filing(id);
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(filing, form, model, locale);
  }

  private String show(Filing filing, Form form, Model model, Locale locale) {
    Actor actor = Actor.getCurrent();
    boolean mayAct = actor.hasAny(Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER);
    boolean mayReceive = review.mayReceive();
    FilingState state = filing.state();
    Optional<Deadline> due =
        register.find(filing.source().id()).stream()
            .flatMap(e -> e.lacks().stream())
            .filter(l -> l.kind() == Lack.Kind.CANCELLATION)
            .flatMap(l -> l.findDue().stream())
            .findFirst();
    model.addAttribute(
        "view",
        new FilingView(
            filing,
            filings.contents(filing),
            issued.listOf(FilingReview.owner(filing)),
            mayReceive && state instanceof Accepted
                ? numbers.listOwn(FilingReview.CERTIFICATE)
                : List.of(),
            due,
            FilingSourcePages.timeline(journal, texts.in(locale), "filings.filing", filing.id()),
            mayAct && state instanceof Open,
            mayAct && state instanceof FilingState.Filed && filing.source().isHarmless(),
            mayReceive,
            form,
            register.today()));
    return "filings/web/filing";
  }

  private Filing filing(long id) {
    return filings.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
