package io.zaikong.filings;

import io.zaikong.filings.FilingState.CancellationAsked;
import io.zaikong.filings.FilingState.Checked;
import io.zaikong.filings.FilingState.Filed;
import io.zaikong.hazards.LevelChanges;
import io.zaikong.journal.Journal;
import io.zaikong.notices.Due;
import io.zaikong.notices.NewNotice;
import io.zaikong.notices.Notices;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cancellation (核销) of what is no longer major: asked for, checked on the spot, then cancelled
 * or refused (Order 40 art. 27, 28).
 */
@Service
public class FilingCancellation {

  /** Kind of to-do. */
  static final String REVIEW = "filings.cancellation";

  private static final int LONGEST = 500;

  private final FilingStore store;
  private final FilingRegister register;
  private final Receivers receivers;
  private final LevelChanges levels;
  private final Notices notices;
  private final Journal journal;

  FilingCancellation(
      FilingStore store,
      FilingRegister register,
      Receivers receivers,
      LevelChanges levels,
      Notices notices,
      Journal journal) {
    this.store = store;
    this.register = register;
    this.receivers = receivers;
    this.levels = levels;
    this.notices = notices;
    this.journal = journal;
  }

  /** By the enterprise, or an officer on its behalf; refused while the source is still major. */
  @Transactional
  public Outcome<Filing> ask(long id, int revision, String reason) {
    String why = reason.strip();
    Optional<Filing> found = store.findForUpdate(id);
    if (found.isEmpty() || !(found.get().state() instanceof Filed filed)) {
      return Outcome.refused("", "filings.state.refused");
    }
    Filing filing = found.get();
    if (filing.revision() != revision) {
      return Outcome.refused("", "filings.changed");
    }
    Optional<String> obstacle = findObstacle(filing.source());
    if (obstacle.isPresent()) {
      return Outcome.refusedBy("40号令第二十七条", "", obstacle.get());
    }
    if (why.isEmpty() || why.length() > LONGEST) {
      return Outcome.refused("reason", "filings.text.required", Integer.toString(LONGEST));
    }
    LocalDate today = register.today();
    store.save(id, filed.askCancellation(today, why));
    journal.record("filing.cancel.ask", filing.subject(), Map.of("reason", why));
    Deadline due = register.deadlines().cancellation(today);
    notices.raise(
        NewNotice.of(
                REVIEW,
                filing.subject(),
                filing.source().title(),
                "/filings/" + id,
                Receivers.owner(filing.source().division()))
            .withNaturalKey(Integer.toString(revision))
            .withDue(new Due(due.day(), due.clause(), due.isProvisional())));
    return again(id);
  }

  /** Writes down the check on the spot. */
  @Transactional
  public Outcome<Filing> check(long id, int revision, @Nullable LocalDate on, String opinion) {
    String said = opinion.strip();
    return switch (FilingReview.forReceiver(store, receivers, id, revision)) {
      case Refused<Filing> refused -> refused;
      case Done<Filing>(Filing filing) when filing.state() instanceof CancellationAsked asked -> {
        if (on == null || on.isAfter(register.today()) || on.isBefore(asked.on())) {
          yield Outcome.refused("on", "filings.check.day", asked.on().toString());
        }
        if (said.isEmpty() || said.length() > LONGEST) {
          yield Outcome.refused("opinion", "filings.text.required", Integer.toString(LONGEST));
        }
        store.save(id, asked.check(on, said));
        journal.record(
            "filing.cancel.check", filing.subject(), Map.of("on", on.toString(), "opinion", said));
        yield again(id);
      }
      case Done<Filing> elsewhere -> Outcome.refused("", "filings.state.refused");
    };
  }

  @Transactional
  public Outcome<Filing> cancel(long id, int revision) {
    return switch (FilingReview.forReceiver(store, receivers, id, revision)) {
      case Refused<Filing> refused -> refused;
      case Done<Filing>(Filing filing) when filing.state() instanceof Checked checked -> {
        Optional<String> obstacle = findObstacle(filing.source());
        if (obstacle.isPresent()) {
          yield Outcome.refusedBy("40号令第二十七条", "", obstacle.get());
        }
        store.save(id, checked.cancel(register.today()));
        levels.filed(filing.source().id());
        end("filing.cancel", filing, Map.of());
        yield again(id);
      }
      case Done<Filing> elsewhere -> Outcome.refused("", "filings.state.refused");
    };
  }

  @Transactional
  public Outcome<Filing> refuse(long id, int revision, String reason) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST) {
      return Outcome.refused("refusal", "filings.text.required", Integer.toString(LONGEST));
    }
    return switch (FilingReview.forReceiver(store, receivers, id, revision)) {
      case Refused<Filing> refused -> refused;
      case Done<Filing>(Filing filing) when filing.state() instanceof Checked checked -> {
        store.save(id, checked.refuse(why));
        end("filing.cancel.refuse", filing, Map.of("reason", why));
        yield again(id);
      }
      case Done<Filing> elsewhere -> Outcome.refused("", "filings.state.refused");
    };
  }

  /** Of what cannot be judged it is not known that it is no longer major. */
  private static Optional<String> findObstacle(MajorSource source) {
    if (source.incomplete()) {
      return Optional.of("filings.incomplete");
    }
    return source.level() == null ? Optional.empty() : Optional.of("filings.cancel.major");
  }

  private void end(String act, Filing filing, Map<String, String> detail) {
    journal.record(act, filing.subject(), detail);
    notices.close(REVIEW, Filing.SUBJECT, Long.toString(filing.id()));
  }

  private Outcome<Filing> again(long id) {
    return Outcome.done(store.find(id).orElseThrow());
  }
}
