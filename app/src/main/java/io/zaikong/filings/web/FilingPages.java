package io.zaikong.filings.web;

import io.zaikong.documents.Attachment;
import io.zaikong.documents.DocumentNumbers;
import io.zaikong.documents.IssuedDocument;
import io.zaikong.documents.IssuedDocuments;
import io.zaikong.documents.NumberSeries;
import io.zaikong.filings.Content;
import io.zaikong.filings.Deadline;
import io.zaikong.filings.Filing;
import io.zaikong.filings.FilingRegister;
import io.zaikong.filings.FilingReview;
import io.zaikong.filings.FilingState;
import io.zaikong.filings.FilingState.Accepted;
import io.zaikong.filings.FilingState.Open;
import io.zaikong.filings.Filings;
import io.zaikong.filings.Lack;
import io.zaikong.filings.PaperFilings;
import io.zaikong.journal.Journal;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.TimelineEntry;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A version of a filing on one page: its archive, where it stands, and the next act. */
@Controller
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class FilingPages {

  static final String PATH = "/filings/{id:\\d+}";

  private final Filings filings;
  private final FilingReview review;
  private final PaperFilings papers;
  private final FilingRegister register;
  private final DocumentNumbers numbers;
  private final IssuedDocuments issued;
  private final Journal journal;
  private final Texts texts;

  FilingPages(
      Filings filings,
      FilingReview review,
      PaperFilings papers,
      FilingRegister register,
      DocumentNumbers numbers,
      IssuedDocuments issued,
      Journal journal,
      Texts texts) {
    this.filings = filings;
    this.review = review;
    this.papers = papers;
    this.register = register;
    this.numbers = numbers;
    this.issued = issued;
    this.journal = journal;
    this.texts = texts;
  }

  /**
   * @param mayEdit the archive is open and the person may change it; {@code mayReceive} he is one
   *     of the county bureau
   * @param scans of the certificate of one that was taken over from paper
   * @param cancellationDue by when a cancellation that was asked for is to be reviewed
   */
  record FilingView(
      Filing filing,
      List<Content> contents,
      List<Attachment> scans,
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

  /** The page again, with what is wrong. */
  String refuse(long id, Form form, Model model, Locale locale, HttpServletResponse response) {
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
            filing.paper() == null ? List.of() : papers.listScans(filing),
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

  Filing filing(long id) {
    return filings.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
