package io.zaikong.coverage;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Slice.Rows;
import io.zaikong.shell.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far a round has come (普查进度), as far as the actor sees it, on the day of asking. */
@Service
public class CensusStatus {

  private static final int EXPORTED_AT_ONCE = 2_000;

  private final StatusStore store;
  private final Journal journal;
  private final Clock clock;

  CensusStatus(StatusStore store, Journal journal, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  /** One statement. */
  @Transactional(readOnly = true)
  public Rows<Reporting> page(Round round, StatusFilter filter, long offset, int limit) {
    return store.page(round.id(), today(), filter, offset, limit);
  }

  @Transactional(readOnly = true)
  public long count(Round round, StatusFilter filter) {
    return store.count(round.id(), today(), filter);
  }

  /** One statement, whatever the number of places. */
  @Transactional(readOnly = true)
  public List<StatusCount> countBy(Round round, StatusFilter filter, int codeDigits) {
    return store.countBy(round.id(), today(), filter, codeDigits);
  }

  /** Empty for an enterprise that the round does not ask, or that is out of sight. */
  @Transactional(readOnly = true)
  public Optional<Reporting> find(Round round, long enterpriseId) {
    return store.find(round.id(), today(), enterpriseId);
  }

  /** Every enterprise of the filter; leaving the system, so it is journalled. */
  @Transactional
  public void export(Round round, StatusFilter filter, Consumer<Reporting> action) {
    long rows = 0;
    List<Reporting> some;
    do {
      some = store.page(round.id(), today(), filter, rows, EXPORTED_AT_ONCE).items();
      some.forEach(action);
      rows += some.size();
    } while (some.size() == EXPORTED_AT_ONCE);
    journal.record(
        "coverage.export",
        Subject.of(Rounds.SUBJECT, round.id(), Actor.getCurrent().home()),
        Map.of("enterprises", rows));
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Words.ZONE);
  }
}
