package io.zaikong.documents;

import io.zaikong.documents.Papers.Paper;
import io.zaikong.journal.Journal;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues documents with their numbers and keeps them as they were issued. */
@Service
public class IssuedDocuments {

  private final IssuedStore store;
  private final ContentStore contents;
  private final DocumentNumbers numbers;
  private final Papers papers;
  private final Journal journal;
  private final Clock clock;

  IssuedDocuments(
      IssuedStore store,
      ContentStore contents,
      DocumentNumbers numbers,
      Papers papers,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.contents = contents;
    this.numbers = numbers;
    this.papers = papers;
    this.journal = journal;
    this.clock = clock;
  }

  /** A document and its bytes. */
  public record Opened(IssuedDocument document, byte[] bytes) {}

  /** The letterhead of a document that is being issued. */
  public record Letterhead(String issuer, String number, LocalDate day) {}

  /**
   * Gives the document the next number of its series, prints and keeps it. Others of the series
   * wait until this transaction ends; one that fails leaves no gap.
   *
   * @param print the paper under a letterhead; called twice, the first time to see that everything
   *     can be printed before a number is taken
   */
  @Transactional
  public Outcome<IssuedDocument> issue(
      DocumentKind kind,
      long seriesId,
      String title,
      Owner owner,
      Function<Letterhead, Paper> print) {
    Optional<NumberSeries> found =
        numbers
            .find(seriesId)
            .filter(s -> s.kind().equals(kind.name()))
            .filter(s -> s.division().equals(Actor.getCurrent().home()));
    if (found.isEmpty()) {
      return Outcome.refused("series", "documents.series.missing");
    }
    NumberSeries series = found.get();
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.ZONE);
    int year = today.getYear();
    Outcome<Paper> printable =
        papers.check(print.apply(new Letterhead(series.issuer(), series.number(year, 0), today)));
    if (printable instanceof Refused<Paper> refused) {
      return refused.as();
    }
    int number = numbers.take(series, year);
    String numberText = series.number(year, number);
    byte[] pdf = papers.pdf(print.apply(new Letterhead(series.issuer(), numberText, today)));
    String sha256 = contents.put(pdf);
    Actor actor = Actor.getCurrent();
    long id = store.insert(series, year, number, title, owner, sha256, actor, clock.instant());
    journal.record(
        "document.issue",
        owner.journalSubject(),
        Map.of("document", id, "number", numberText, "title", title, "sha256", sha256));
    return Outcome.done(store.find(id).orElseThrow());
  }

  /** The documents issued on one record, newest first. */
  @Transactional(readOnly = true)
  public List<IssuedDocument> listOf(Owner owner) {
    return store.listOf(owner.subject(), owner.id());
  }

  @Transactional(readOnly = true)
  public List<IssuedDocument> list(IssuedFilter filter, long offset, int limit) {
    return store.list(filter, offset, limit);
  }

  @Transactional(readOnly = true)
  public long count(IssuedFilter filter) {
    return store.count(filter);
  }

  /** The document to read; that it was opened is written down. */
  @Transactional
  public Optional<Opened> open(long id) {
    return store
        .find(id)
        .map(
            document -> {
              journal.record(
                  "document.read",
                  new Journal.Subject(
                      document.subject(),
                      document.subjectId(),
                      document.division(),
                      document.enterpriseId()),
                  Map.of("document", id, "number", document.number()));
              return new Opened(document, contents.get(document.sha256()));
            });
  }
}
