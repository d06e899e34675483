package io.zaikong.filings;

import io.zaikong.documents.DocumentKind;
import io.zaikong.documents.IssuedDocument;
import io.zaikong.documents.IssuedDocuments;
import io.zaikong.documents.IssuedDocuments.Letterhead;
import io.zaikong.documents.Owner;
import io.zaikong.documents.Papers.Paper;
import io.zaikong.filings.FilingRegister.Filter;
import io.zaikong.filings.FilingRules.SummaryRule;
import io.zaikong.filings.Summary.Period;
import io.zaikong.filings.Summary.Row;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.notices.Due;
import io.zaikong.notices.NewNotice;
import io.zaikong.notices.Notices;
import io.zaikong.org.Division;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The lists of filed sources that a bureau sends up (Order 40 art. 23, 26). */
@Service
public class Summaries {

  /** The list on paper. */
  public static final DocumentKind PAPER = new DocumentKind("filings.summary", "filings.summary");

  private static final String SUBJECT = "filings.summary";
  private static final int PERIODS = 8;

  /** From when on a list is asked for; the product's own choice. */
  private static final int AHEAD_DAYS = 15;

  private final SummaryStore store;
  private final FilingRegister register;
  private final Divisions divisions;
  private final IssuedDocuments documents;
  private final Notices notices;
  private final Journal journal;
  private final Clock clock;

  Summaries(
      SummaryStore store,
      FilingRegister register,
      Divisions divisions,
      IssuedDocuments documents,
      Notices notices,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.register = register;
    this.divisions = divisions;
    this.documents = documents;
    this.notices = notices;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * The lists of the actor's own division: those of the periods since anything was filed, the
   * latest first. Nothing is due before.
   */
  @Transactional(readOnly = true)
  public List<Period> listPeriods() {
    DivisionCode home = Actor.getCurrent().home();
    LocalDate today = register.today();
    return periods(home, store.findFirstFiled(home).orElse(today), today);
  }

  private List<Period> periods(DivisionCode division, LocalDate first, LocalDate today) {
    List<Summary> sent =
        store.list(first).stream().filter(s -> s.division().equals(division)).toList();
    List<Period> periods = new ArrayList<>();
    for (SummaryRule rule : rules(division)) {
      LocalDate begin = beginOf(rule, today);
      for (int i = 0; i < PERIODS && !end(rule, begin).isBefore(first); i++) {
        periods.add(period(rule, begin, sent));
        begin = begin.minusMonths(rule.months());
      }
    }
    periods.sort(
        Comparator.comparing((Period p) -> p.due().day(), Comparator.reverseOrder())
            .thenComparing(p -> p.rule().kind()));
    return periods;
  }

  /**
   * A to-do for every list of the city and its districts that is not sent and due soon or late, for
   * the officers of who has to send it; none where nothing was ever filed.
   */
  @Transactional(readOnly = true)
  List<NewNotice> listDue(LocalDate today) {
    List<NewNotice> due = new ArrayList<>();
    divisions
        .findCity()
        .ifPresent(
            city ->
                Stream.concat(Stream.of(city), divisions.listBelow(city.code()).stream())
                    .forEach(division -> addDue(due, division, today)));
    return due;
  }

  private void addDue(List<NewNotice> due, Division division, LocalDate today) {
    store
        .findFirstFiled(division.code())
        .ifPresent(
            first ->
                periods(division.code(), first, today).stream()
                    .filter(p -> p.sent() == null)
                    .filter(p -> !today.isBefore(p.due().day().minusDays(AHEAD_DAYS)))
                    .forEach(p -> due.add(notice(division, p))));
  }

  private static NewNotice notice(Division division, Period period) {
    Deadline due = period.due();
    return NewNotice.of(
            DueNotices.SEND,
            new Subject(SUBJECT, key(period, division.code()), division.code(), null),
            division.name() + " " + period.begin() + " – " + period.end(),
            "/filing-summaries/" + period.rule().kind() + "/" + period.end(),
            new io.zaikong.notices.Owner.RoleIn(Role.OFFICER, division.code()))
        .withDue(new Due(due.day(), due.clause(), due.isProvisional()))
        .withReason("filings.summary." + period.rule().kind())
        .sentOut();
  }

  private static String key(Period period, DivisionCode division) {
    return period.rule().kind() + " " + division + " " + period.end();
  }

  /** Those that the divisions below have sent to the actor's, the latest first. */
  @Transactional(readOnly = true)
  public List<Summary> listFromBelow() {
    DivisionCode home = Actor.getCurrent().home();
    return store.list(register.today().minusYears(2)).stream()
        .filter(s -> !s.division().equals(home))
        .toList();
  }

  @Transactional(readOnly = true)
  public Optional<Period> findPeriod(String kind, LocalDate end) {
    return listPeriods().stream()
        .filter(p -> p.rule().kind().equals(kind) && p.end().equals(end))
        .findFirst();
  }

  @Transactional(readOnly = true)
  public Optional<Summary> find(long id) {
    return store.find(id);
  }

  /** What a list of this rule holds today. */
  @Transactional(readOnly = true)
  public List<Row> listRows(SummaryRule rule) {
    List<Standing> filed =
        register
            .list(
                new Filter(Actor.getCurrent().home(), null, null, null, "FILED", null, null, null))
            .stream()
            .map(FilingRegister.Entry::standing)
            .filter(s -> s.findLevel().filter(rule.levels()::contains).isPresent())
            .sorted(
                Comparator.comparing((Standing s) -> s.source().division())
                    .thenComparing(s -> s.source().id()))
            .toList();
    Map<String, String> names =
        divisions.names(
            filed.stream()
                .map(s -> s.source().division().at(DivisionCode.Level.DISTRICT).value())
                .distinct()
                .toList());
    return filed.stream().map(s -> row(s, names)).toList();
  }

  /**
   * Sends the list of a period as it is today, once.
   *
   * @param print the paper of the rows under a letterhead
   */
  @Transactional
  public Outcome<Long> submit(
      Period period, long seriesId, String title, BiFunction<List<Row>, Letterhead, Paper> print) {
    DivisionCode home = Actor.getCurrent().home();
    if (!Actor.getCurrent().hasAny(Role.OFFICER)) {
      return Outcome.refusedBy(period.rule().clause(), "", "filings.summary.officer");
    }
    if (period.sent() != null) {
      return Outcome.refused("", "filings.summary.sent");
    }
    List<Row> rows = listRows(period.rule());
    String key = key(period, home);
    Owner owner = new Owner(SUBJECT, key, home, null);
    return switch (documents.issue(PAPER, seriesId, title, owner, h -> print.apply(rows, h))) {
      case Refused<IssuedDocument> refused -> refused.as();
      case Done<IssuedDocument>(IssuedDocument document) -> {
        Summary summary =
            new Summary(
                0,
                period.rule().kind(),
                home,
                period.end(),
                register.today(),
                clock.instant(),
                Actor.getCurrent().name(),
                document.id(),
                rows);
        if (!store.insert(summary)) {
          TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
          yield Outcome.refused("", "filings.summary.sent");
        }
        journal.record(
            "filing.summary",
            new Subject(SUBJECT, key, home, null),
            Map.of("sources", rows.size(), "number", document.number()));
        notices.close(DueNotices.SEND, SUBJECT, key);
        yield Outcome.done(document.id());
      }
    };
  }

  /** Lists that are late today. */
  @Transactional(readOnly = true)
  public long countLate() {
    LocalDate today = register.today();
    return listPeriods().stream().filter(p -> p.isLate(today)).count();
  }

  private static List<SummaryRule> rules(DivisionCode home) {
    return FilingRules.current().summaries().stream()
        .filter(r -> r.by().equals(home.level().name()))
        .toList();
  }

  private Period period(SummaryRule rule, LocalDate begin, List<Summary> sent) {
    LocalDate end = end(rule, begin);
    Summary found =
        sent.stream()
            .filter(s -> s.kind().equals(rule.kind()) && s.periodEnd().equals(end))
            .findFirst()
            .orElse(null);
    return new Period(rule, begin, end, register.deadlines().summary(rule, end), found);
  }

  private static LocalDate beginOf(SummaryRule rule, LocalDate day) {
    int month = (day.getMonthValue() - 1) / rule.months() * rule.months() + 1;
    return LocalDate.of(day.getYear(), month, 1);
  }

  private static LocalDate end(SummaryRule rule, LocalDate begin) {
    return begin.plusMonths(rule.months()).minusDays(1);
  }

  private static Row row(Standing standing, Map<String, String> names) {
    MajorSource source = standing.source();
    Standing.Version filed = standing.findFiled().orElseThrow();
    String district = source.division().at(DivisionCode.Level.DISTRICT).value();
    Standing.Assessed assessed = standing.assessed();
    return new Row(
        source.enterpriseName(),
        source.name(),
        names.getOrDefault(district, district),
        standing.findLevel().orElse(0),
        filed.number(),
        String.valueOf(filed.filedOn()),
        assessed == null ? "" : assessed.completedOn().toString());
  }
}
