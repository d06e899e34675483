package io.zaikong.journal;

import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes down acts, and reads them back for a record's timeline and for the auditor. */
@Service
public class Journal {

  private final JournalStore store;
  private final Clock clock;
  private final JsonMapper json;

  Journal(JournalStore store, Clock clock, JsonMapper json) {
    this.store = store;
    this.clock = clock;
    this.json = json;
  }

  /**
   * What an act was done to and where.
   *
   * @param subject schema and table, such as {@code hazards.unit}
   * @param enterpriseId the enterprise whose people may see the entry too
   */
  public record Subject(
      String subject, String id, DivisionCode division, @Nullable Long enterpriseId) {

    public static Subject of(String subject, long id, DivisionCode division) {
      return new Subject(subject, Long.toString(id), division, null);
    }
  }

  /** One of several like acts. */
  public record Act(Subject subject, Map<String, ?> detail) {}

  /** Adds an act of the current actor to the transaction that does it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(String act, Subject subject, Map<String, ?> detail) {
    recordAll(act, List.of(new Act(subject, detail)));
  }

  /** As {@link #record} for each of them, in one statement. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void recordAll(String act, List<Act> acts) {
    List<String> details = acts.stream().map(a -> json.writeValueAsString(a.detail())).toList();
    List<Subject> subjects = acts.stream().map(Act::subject).toList();
    store.insertAll(Actor.getCurrent(), act, subjects, details, clock.instant());
  }

  /** The acts on one record, newest first. */
  @Transactional(readOnly = true)
  public List<JournalEntry> listFor(String subject, String id, int limit) {
    return store.listFor(subject, id, limit);
  }

  /** Acts of the reader's territory, newest first; the filters are exact and optional. */
  @Transactional(readOnly = true)
  public List<JournalEntry> list(JournalFilter filter, int offset, int limit) {
    return store.list(filter, offset, limit);
  }

  @Transactional(readOnly = true)
  public long count(JournalFilter filter) {
    return store.count(filter);
  }
}
