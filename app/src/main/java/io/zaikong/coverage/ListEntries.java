package io.zaikong.coverage;

import io.zaikong.coverage.ListEntry.Aside;
import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.org.EnterpriseNames;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of a list: a person corrects which enterprise one is, or sets it aside with a reason.
 */
@Service
public class ListEntries {

  public static final String SUBJECT = "coverage.list_entry";
  private static final int LONGEST = 300;

  private final EntryStore store;
  private final Rounds rounds;
  private final CensusStatus status;
  private final EnterpriseNames enterprises;
  private final Journal journal;
  private final Clock clock;

  ListEntries(
      EntryStore store,
      Rounds rounds,
      CensusStatus status,
      EnterpriseNames enterprises,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.rounds = rounds;
    this.status = status;
    this.enterprises = enterprises;
    this.journal = journal;
    this.clock = clock;
  }

  /** In the order of the workbook. */
  @Transactional(readOnly = true)
  public List<ListEntry> list(long list, EntryFilter filter, long offset, int limit) {
    return store.list(list, round(), status.today(), filter, offset, limit);
  }

  @Transactional(readOnly = true)
  public long count(long list, EntryFilter filter) {
    return store.count(list, round(), status.today(), filter);
  }

  private long round() {
    return rounds.findCurrent().map(Round::id).orElse(0L);
  }

  @Transactional(readOnly = true)
  public Optional<ListEntry> find(long id) {
    return store.find(id);
  }

  /**
   * Says which enterprise the row is.
   *
   * @param typed number and name as suggested, the number alone, or a name that fits one only
   */
  @Transactional
  public Outcome<ListEntry> link(long id, String typed) {
    ListEntry entry = store.find(id).orElseThrow();
    Optional<EnterpriseNames.Named> enterprise = enterprises.resolve(typed);
    if (enterprise.isEmpty()) {
      return Outcome.refused("enterprise", "coverage.entry.enterprise.unknown");
    }
    long enterpriseId = enterprise.get().id();
    Optional<Integer> other = store.findRow(entry.listId(), enterpriseId);
    if (entry.aside() == null && other.isPresent() && other.get() != entry.rowNo()) {
      return Outcome.refused("enterprise", "coverage.entry.twice", other.get().toString());
    }
    store.link(id, enterpriseId, Actor.getCurrent().name(), clock.instant());
    return done(
        "lists.link", entry, Map.of("enterprise", enterpriseId, "name", enterprise.get().name()));
  }

  /** Says that the row is not the enterprise that was found. */
  @Transactional
  public Outcome<ListEntry> unlink(long id) {
    ListEntry entry = store.find(id).orElseThrow();
    Long enterpriseId = entry.enterpriseId();
    if (enterpriseId == null) {
      return Outcome.refused("", "coverage.entry.unmatched");
    }
    store.link(id, null, Actor.getCurrent().name(), clock.instant());
    return done("lists.unlink", entry, Map.of("enterprise", enterpriseId));
  }

  /** The row counts no longer. */
  @Transactional
  public Outcome<ListEntry> setAside(long id, @Nullable Aside why, String note) {
    ListEntry entry = store.find(id).orElseThrow();
    if (why == null) {
      return Outcome.refused("aside", "field.required");
    }
    if (note.isBlank()) {
      return Outcome.refused("note", "field.required");
    }
    if (note.strip().length() > LONGEST) {
      return Outcome.refused("note", "coverage.long", Integer.toString(LONGEST));
    }
    store.setAside(id, why, note.strip(), Actor.getCurrent().name(), clock.instant());
    return done("lists.aside", entry, Map.of("aside", why.name(), "reason", note.strip()));
  }

  /** The row counts again. */
  @Transactional
  public Outcome<ListEntry> restore(long id) {
    ListEntry entry = store.find(id).orElseThrow();
    Long enterpriseId = entry.enterpriseId();
    if (enterpriseId != null) {
      Optional<Integer> other = store.findRow(entry.listId(), enterpriseId);
      if (other.isPresent()) {
        return Outcome.refused("", "coverage.entry.twice", other.get().toString());
      }
    }
    store.setAside(id, null, "", Actor.getCurrent().name(), clock.instant());
    return done("lists.restore", entry, Map.of());
  }

  private Outcome<ListEntry> done(String act, ListEntry entry, Map<String, ?> detail) {
    journal.record(act, Subject.of(SUBJECT, entry.id(), entry.division()), detail);
    return Outcome.done(store.find(entry.id()).orElseThrow());
  }
}
