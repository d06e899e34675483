package io.zaikong.filings.web;

import io.zaikong.documents.Attachment;
import io.zaikong.filings.Accountable;
import io.zaikong.filings.Accountable.Check;
import io.zaikong.filings.Accountables;
import io.zaikong.filings.Assessment;
import io.zaikong.filings.Assessment.Cause;
import io.zaikong.filings.Assessments;
import io.zaikong.filings.Filing;
import io.zaikong.filings.FilingRegister;
import io.zaikong.filings.FilingRegister.Entry;
import io.zaikong.filings.Filings;
import io.zaikong.filings.PaperFilings;
import io.zaikong.filings.QuantitativeRisk;
import io.zaikong.journal.Journal;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.TimelineEntry;
import io.zaikong.shell.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** A source's filing matters on one page: what it lacks, its versions, assessments, persons. */
@Controller
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class FilingSourcePages {

  private static final String PATH = "/filings/sources/{id}";
  private static final int ACTS = 50;

  private final FilingRegister register;
  private final Filings filings;
  private final Assessments assessments;
  private final Accountables accountables;
  private final PaperFilings papers;
  private final Journal journal;
  private final Texts texts;

  FilingSourcePages(
      FilingRegister register,
      Filings filings,
      Assessments assessments,
      Accountables accountables,
      PaperFilings papers,
      Journal journal,
      Texts texts) {
    this.register = register;
    this.filings = filings;
    this.assessments = assessments;
    this.accountables = accountables;
    this.papers = papers;
    this.journal = journal;
    this.texts = texts;
  }

  /**
   * @param reports of each assessment, by its number
   */
  record SourceView(
      Entry entry,
      List<Filing> filings,
      List<Assessment> assessments,
      Map<Long, List<Attachment>> reports,
      List<Cause> causes,
      QuantitativeRisk risk,
      List<Person> persons,
      List<Check> checks,
      List<TimelineEntry> timeline,
      boolean mayAct,
      boolean mayTakeOver,
      Form form,
      LocalDate today) {

    boolean mayBegin() {
      return mayAct && entry.standing().open() == null && entry.standing().source().level() != null;
    }
  }

  /**
   * @param toldLate whether the change was recorded later than the law has it
   */
  record Person(Accountable who, boolean toldLate) {}

  @GetMapping(PATH)
  String show(@PathVariable long id, Model model, Locale locale) {
    return show(entry(id), Form.empty(), model, locale);
  }

  @Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
  @PostMapping(PATH + "/begin")
  String begin(@PathVariable long id, Model model, Locale locale, HttpServletResponse response) {
    Entry entry = entry(id);
    return switch (filings.begin(entry.standing().source())) {
      case Done<Filing>(Filing filing) -> "redirect:/filings/" + filing.id();
      case Refused<Filing> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield show(entry, Form.empty().withFault(refused), model, locale);
      }
    };
  }

  private String show(Entry entry, Form form, Model model, Locale locale) {
    long id = entry.standing().source().id();
    List<Assessment> assessed = assessments.list(id);
    Map<Long, List<Attachment>> reports = new LinkedHashMap<>();
    assessed.stream()
        .limit(3) // older reports are opened from their filings
        .forEach(a -> reports.put(a.id(), assessments.listReports(entry.standing().source(), a)));
    List<Person> persons =
        accountables.list(id).stream()
            .map(p -> new Person(p, accountables.changeDue(p).isPast(p.recordedOn())))
            .toList();
    model.addAttribute(
        "view",
        new SourceView(
            entry,
            filings.listOf(id),
            assessed,
            reports,
            assessments.listCauses(id),
            assessments.quantitativeRisk(entry.standing().source()),
            persons,
            accountables.listChecks(id),
            timeline("filings.source", id, locale),
            Actor.getCurrent().hasAny(Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER),
            papers.mayTakeOver(),
            form,
            register.today()));
    return "filings/web/source";
  }

  private List<TimelineEntry> timeline(String subject, long id, Locale locale) {
    return timeline(journal, texts.in(locale), subject, id);
  }

  static List<TimelineEntry> timeline(Journal journal, Words words, String subject, long id) {
    return journal.listFor(subject, Long.toString(id), ACTS).stream()
        .map(
            e ->
                new TimelineEntry(
                    e.at(),
                    e.actorName(),
                    words.has("act." + e.act()) ? words.text("act." + e.act()) : e.act(),
                    ""))
        .toList();
  }

  private Entry entry(long id) {
    return register.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
