package io.zaikong.coverage;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lists from outside: taken in, and held against the register. */
@Service
public class OutsideLists {

  static final String SUBJECT = "coverage.list";
  private static final int AT_ONCE = 2_000;

  private final ListStore store;
  private final Journal journal;
  private final Clock clock;

  OutsideLists(ListStore store, Journal journal, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  /** One statement. */
  @Transactional(readOnly = true)
  public List<OutsideList> list() {
    return store.list();
  }

  @Transactional(readOnly = true)
  public Optional<OutsideList> find(long id) {
    return store.find(id);
  }

  /** Whether the actor's division has taken it in before. */
  @Transactional(readOnly = true)
  boolean isKnown(ListRow.Of list) {
    return store.exists(Actor.getCurrent().home(), list);
  }

  /** Takes the rows in, in the caller's transaction, and finds their enterprises. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<OutsideList> take(List<ListRow> rows, IntConsumer progress) {
    Map<ListRow.Of, List<ListRow>> lists =
        rows.stream()
            .collect(Collectors.groupingBy(ListRow::of, LinkedHashMap::new, Collectors.toList()));
    Actor actor = Actor.getCurrent();
    int[] done = {0};
    return lists.entrySet().stream()
        .map(
            each -> {
              long id = store.insert(actor.home(), each.getKey(), actor.name(), clock.instant());
              List<ListRow> all = each.getValue();
              for (int from = 0; from < all.size(); from += AT_ONCE) {
                List<ListRow> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
                store.insertEntries(id, some);
                done[0] += some.size();
                progress.accept(done[0]);
              }
              return matched(id, "lists.take");
            })
        .toList();
  }

  /** Looks again for the enterprises of rows that have none; what a person decided stays. */
  @Transactional
  public Outcome<OutsideList> matchAgain(long id) {
    return store.find(id).isEmpty()
        ? Outcome.refused("", "coverage.list.gone")
        : Outcome.done(matched(id, "lists.match"));
  }

  private OutsideList matched(long id, String act) {
    store.match(id);
    store.setDoublesAside(id);
    OutsideList list = store.find(id).orElseThrow();
    journal.record(
        act,
        Subject.of(SUBJECT, id, list.division()),
        Map.of(
            "name", list.name(),
            "origin", list.origin().name(),
            "by_code", list.byCode(),
            "by_name", list.byName(),
            "unmatched", list.unmatched(),
            "aside", list.aside()));
    return list;
  }
}
