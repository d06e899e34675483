package io.zaikong.documents;

import io.zaikong.documents.NumberSeries.Given;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which agency numbers which kind of document how, and the numbers themselves. */
@Service
public class DocumentNumbers {

  private static final int LONGEST = 50;
  private static final int HIGHEST = 999_999;

  private final NumberStore store;
  private final List<DocumentKind> kinds;
  private final Journal journal;
  private final Clock clock;

  DocumentNumbers(NumberStore store, List<DocumentKind> kinds, Journal journal, Clock clock) {
    this.store = store;
    this.kinds = kinds;
    this.journal = journal;
    this.clock = clock;
  }

  /** The kinds that capabilities issue. */
  public List<DocumentKind> kinds() {
    return kinds;
  }

  /** The series of the actor's territory. */
  @Transactional(readOnly = true)
  public List<NumberSeries> list() {
    return store.list();
  }

  /** The series with which the actor's own agencies issue documents of the kind. */
  @Transactional(readOnly = true)
  public List<NumberSeries> listOwn(DocumentKind kind) {
    DivisionCode home = Actor.getCurrent().home();
    return store.list().stream()
        .filter(s -> s.kind().equals(kind.name()) && s.division().equals(home))
        .toList();
  }

  /** A series of the actor's own division. */
  @Transactional
  public Outcome<NumberSeries> create(String issuer, String kind, String word) {
    String agency = issuer.strip();
    String prefix = word.strip();
    if (agency.isEmpty() || agency.length() > LONGEST) {
      return Outcome.refused("issuer", "documents.series.issuer.refused");
    }
    if (kinds.stream().noneMatch(k -> k.name().equals(kind))) {
      return Outcome.refused("kind", "field.required");
    }
    if (prefix.isEmpty() || prefix.length() > LONGEST || prefix.matches(".*[〔〕\\[\\]\\d].*")) {
      return Outcome.refusedBy("GB/T 9704-2012 7.2.5", "word", "documents.series.word.refused");
    }
    DivisionCode home = Actor.getCurrent().home();
    NumberSeries series = new NumberSeries(0, home, agency, kind, prefix);
    Optional<Long> id = store.insert(series, Actor.getCurrent().name(), clock.instant());
    if (id.isEmpty()) {
      return Outcome.refused("word", "documents.series.exists", prefix);
    }
    journal.record(
        "document.series",
        Subject.of("documents.series", id.get(), home),
        Map.of("issuer", agency, "kind", kind, "word", prefix));
    return Outcome.done(new NumberSeries(id.get(), home, agency, kind, prefix));
  }

  /** The last numbers of this year, by the id of the series. */
  @Transactional(readOnly = true)
  public Map<Long, Integer> lastOfThisYear() {
    return store.lastOf(thisYear());
  }

  public int thisYear() {
    return LocalDate.ofInstant(clock.instant(), Words.ZONE).getYear();
  }

  /**
   * Goes on after what was numbered on paper: the year's numbers up to this one were given before
   * the system was there. Refused once one of the year was issued here.
   */
  @Transactional
  public Outcome<NumberSeries> continueAfter(NumberSeries series, int year, int last) {
    if (!series.division().equals(Actor.getCurrent().home())) {
      return Outcome.refused("series", "documents.series.missing");
    }
    if (last < 1 || last > HIGHEST) {
      return Outcome.refused("last", "documents.series.last.refused", Integer.toString(HIGHEST));
    }
    if (!store.begin(series.id(), year, last)) {
      return Outcome.refused("last", "documents.series.begun", Integer.toString(year));
    }
    journal.record(
        "document.series.continue",
        Subject.of("documents.series", series.id(), series.division()),
        Map.of("year", year, "last", last));
    return Outcome.done(series);
  }

  /** A number that was given on paper: a series of the actor's own agencies goes on after it. */
  @Transactional
  public void goOnAfter(DocumentKind kind, String onPaper) {
    for (NumberSeries series : listOwn(kind)) {
      series.find(onPaper).ifPresent(given -> raise(series, given));
    }
  }

  private void raise(NumberSeries series, Given given) {
    if (given.number() > store.lastOf(given.year()).getOrDefault(series.id(), 0)) {
      store.raise(series.id(), given.year(), given.number());
      journal.record(
          "document.series.continue",
          Subject.of("documents.series", series.id(), series.division()),
          Map.of("year", given.year(), "last", given.number()));
    }
  }

  Optional<NumberSeries> find(long id) {
    return store.find(id);
  }

  /** The next number of the year, kept only if the transaction that takes it is. */
  @Transactional(propagation = Propagation.MANDATORY)
  int take(NumberSeries series, int year) {
    return store.take(series.id(), year);
  }
}
