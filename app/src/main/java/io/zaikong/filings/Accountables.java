package io.zaikong.filings;

import io.zaikong.filings.Accountable.Check;
import io.zaikong.journal.Journal;
import io.zaikong.notices.Notices;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The accountable persons of a source, one of each kind at a time, and their checks. */
@Service
public class Accountables {

  private static final int LONGEST = 60;
  private static final int LONGEST_FINDINGS = 2000;
  private static final int SHOWN = 60;

  private final AccountableStore store;
  private final FilingRegister register;
  private final Notices notices;
  private final Journal journal;
  private final Clock clock;

  Accountables(
      AccountableStore store,
      FilingRegister register,
      Notices notices,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.register = register;
    this.notices = notices;
    this.journal = journal;
    this.clock = clock;
  }

  /** Those who answer today first, then those before them. */
  @Transactional(readOnly = true)
  public List<Accountable> list(long sourceId) {
    return store.list(sourceId);
  }

  /** The latest ones. */
  @Transactional(readOnly = true)
  public List<Check> listChecks(long sourceId) {
    return store.listChecks(sourceId, SHOWN);
  }

  /** Whether a person was told of later than the law has it. */
  @Transactional(readOnly = true)
  public Deadline changeDue(Accountable person) {
    return register.deadlines().change(person.from());
  }

  /**
   * Names who answers from a day on; who did so before ends then.
   *
   * @param replaces the person whom the form showed; 0 for none
   */
  @Transactional
  public Outcome<Long> name(
      MajorSource source,
      AccountableRole role,
      long replaces,
      String name,
      String post,
      String phone,
      @Nullable LocalDate from) {
    Optional<Accountable> current =
        store.list(source.id()).stream()
            .filter(p -> p.role() == role && p.to() == null)
            .findFirst();
    if (current.map(Accountable::id).orElse(0L) != replaces) {
      return Outcome.refused("", "filings.changed");
    }
    Optional<Outcome<Long>> wrong = findFault(name, post, phone);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    LocalDate today = register.today();
    if (from == null || from.isAfter(today)) {
      return Outcome.refused("from", "filings.day.past");
    }
    if (current.isPresent() && !from.isAfter(current.get().from())) {
      return Outcome.refused("from", "filings.from.early", current.get().from().toString());
    }
    if (current.isPresent() && !store.end(current.get().id(), from)) {
      return Outcome.refused("", "filings.changed");
    }
    Accountable person =
        new Accountable(0, role, name.strip(), post.strip(), phone.strip(), from, null, today);
    Optional<Long> id =
        store.insert(source.id(), person, Actor.getCurrent().name(), clock.instant());
    if (id.isEmpty()) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return Outcome.refused("", "filings.changed");
    }
    journal.record(
        "filing.accountable",
        source.subject(),
        Map.of(
            "role", role.name(),
            "name", person.name(),
            "post", person.post(),
            "from", from.toString(),
            "before", current.map(Accountable::name).orElse("")));
    return Outcome.done(id.get());
  }

  /** What is wrong with what is stated of a person. */
  static Optional<Outcome<Long>> findFault(String name, String post, String phone) {
    if (name.isBlank() || name.strip().length() > LONGEST) {
      return Optional.of(
          Outcome.refused("name", "filings.text.required", Integer.toString(LONGEST)));
    }
    if (post.isBlank() || post.strip().length() > LONGEST) {
      return Optional.of(
          Outcome.refused("post", "filings.text.required", Integer.toString(LONGEST)));
    }
    return phone.strip().matches("\\+?[\\d -]{5,20}")
        ? Optional.empty()
        : Optional.of(Outcome.refused("phone", "filings.phone"));
  }

  /** Writes down a check that the person of the role did. */
  @Transactional
  public Outcome<Long> check(
      MajorSource source, AccountableRole role, @Nullable LocalDate doneOn, String findings) {
    if (!role.hasChecks()) {
      return Outcome.refused("role", "filings.check.role");
    }
    if (doneOn == null || doneOn.isAfter(register.today())) {
      return Outcome.refused("doneOn", "filings.day.past");
    }
    if (findings.isBlank() || findings.strip().length() > LONGEST_FINDINGS) {
      return Outcome.refused(
          "findings", "filings.text.required", Integer.toString(LONGEST_FINDINGS));
    }
    Optional<Accountable> who =
        store.list(source.id()).stream()
            .filter(p -> p.role() == role && !doneOn.isBefore(p.from()))
            .filter(p -> p.to() == null || doneOn.isBefore(p.to()))
            .findFirst();
    if (who.isEmpty()) {
      return Outcome.refusedBy("应急厅〔2021〕12号第三条", "doneOn", "filings.check.nobody");
    }
    long id =
        store.insertCheck(
            source.id(),
            who.get(),
            doneOn,
            findings.strip(),
            Actor.getCurrent().name(),
            clock.instant());
    journal.record(
        "filing.check",
        source.subject(),
        Map.of("role", role.name(), "by", who.get().name(), "on", doneOn.toString()));
    notices.close(DueNotices.check(role), MajorSource.SUBJECT, Long.toString(source.id()));
    return Outcome.done(id);
  }
}
