package io.zaikong.org;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.DivisionCode.Level;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The division tree of the configured city, with the province above it. */
@Service
public class Divisions {

  private final DivisionStore store;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Divisions(DivisionStore store, Journal journal, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A division with the days between which it stands.
   *
   * @param to the first day on which it no longer stands; null when open
   */
  public record Dated(Division division, LocalDate from, @Nullable LocalDate to) {

    public boolean isInEffect(LocalDate day) {
      return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** As a field suggests it. */
    public String label() {
      return division.code().value() + " " + division.name();
    }
  }

  /** Loads the packaged list of a city once; loading it again changes nothing. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void load(DivisionCode city) {
    List<Division> divisions = DivisionList.ofCity(city);
    store.insertAll(divisions, DivisionList.AS_OF);
    record(
        "org.divisions.load",
        city,
        Map.of("divisions", divisions.size(), "as_of", DivisionList.AS_OF.toString()));
  }

  /** The configured city; empty on an empty installation. */
  @Transactional(readOnly = true)
  public Optional<Division> findCity() {
    return store.findCity();
  }

  /** Also one that has ended: records keep naming it. */
  @Transactional(readOnly = true)
  public Optional<Division> find(DivisionCode code) {
    return store.find(code).map(Dated::division);
  }

  @Transactional(readOnly = true)
  public Optional<Dated> findDated(DivisionCode code) {
    return store.find(code);
  }

  /** The division if it stands today. */
  @Transactional(readOnly = true)
  public Optional<Division> findInEffect(DivisionCode code) {
    return store.find(code).filter(d -> d.isInEffect(today())).map(Dated::division);
  }

  /** The divisions one level below that stand today, in the order of their codes. */
  @Transactional(readOnly = true)
  public List<Division> listBelow(DivisionCode parent) {
    return store.listBelow(parent).stream()
        .filter(d -> d.isInEffect(today()))
        .map(Dated::division)
        .toList();
  }

  /** As {@link #listBelow}, with those that have ended or not begun. */
  @Transactional(readOnly = true)
  public List<Dated> listAllBelow(DivisionCode parent) {
    return store.listBelow(parent);
  }

  /** Divisions whose name holds the text or whose code begins with it. */
  @Transactional(readOnly = true)
  public List<Dated> search(String text, long offset, int limit) {
    return store.search(text, offset, limit);
  }

  @Transactional(readOnly = true)
  public long count(String text) {
    return store.count(text);
  }

  /** The division that was typed or chosen in a field with suggestions. */
  @Transactional(readOnly = true)
  public Optional<Division> resolve(String text) {
    Typed typed = Typed.of(text);
    if (DivisionCode.isValid(typed.key())) {
      return find(new DivisionCode(typed.key())).filter(d -> typed.fits(d.name()));
    }
    List<Division> found =
        text.isBlank()
            ? List.of()
            : store.search(text.strip(), 0, 100).stream().map(Dated::division).toList();
    return Typed.only(found, text, Division::name);
  }

  /** Names by code; a code that is unknown is missing. */
  @Transactional(readOnly = true)
  public Map<String, String> names(Collection<String> codes) {
    return store.names(codes);
  }

  /** Adds a division below one that stands on that day, within the actor's territory. */
  @Transactional
  public Outcome<Division> add(DivisionCode code, String name, LocalDate from) {
    if (code.level().compareTo(Level.DISTRICT) < 0) {
      return Outcome.refused("code", "division.level.refused");
    }
    if (name.isBlank()) {
      return Outcome.refused("name", "field.required");
    }
    if (!Actor.getCurrent().scope().covers(code)) {
      return Outcome.refused("code", "account.division.outside", code.value());
    }
    DivisionCode parent = code.at(Level.values()[code.level().ordinal() - 1]);
    if (store.find(parent).filter(p -> p.isInEffect(from)).isEmpty()) {
      return Outcome.refused("code", "division.parent", parent.value(), from.toString());
    }
    Division division = new Division(code, name.strip());
    if (!store.insert(division, from)) {
      return Outcome.refused("code", "division.exists", code.value());
    }
    record("org.division.add", code, Map.of("name", name.strip(), "from", from.toString()));
    return Outcome.done(division);
  }

  /**
   * Ends a division within the actor's territory.
   *
   * @param day the first on which it no longer stands
   */
  @Transactional
  public Outcome<Division> end(DivisionCode code, LocalDate day) {
    Optional<Dated> found = store.find(code);
    if (found.isEmpty() || code.level().compareTo(Level.DISTRICT) < 0) {
      return Outcome.refused("", "division.level.refused");
    }
    if (!Actor.getCurrent().scope().covers(code)) {
      return Outcome.refused("", "account.division.outside", code.value());
    }
    if (!day.isAfter(found.get().from())) {
      return Outcome.refused("day", "division.end.early", found.get().from().toString());
    }
    if (found.get().to() != null) {
      return Outcome.refused("", "division.ended");
    }
    if (store.isParent(code, day)) {
      return Outcome.refused("", "division.end.below");
    }
    if (store.isInUse(code, day)) {
      return Outcome.refused("", "division.end.used");
    }
    store.end(code, day);
    record("org.division.end", code, Map.of("from", day.toString()));
    return Outcome.done(found.get().division());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Accounts.ZONE);
  }

  private void record(String act, DivisionCode code, Map<String, ?> detail) {
    journal.record(act, new Subject("org.division", code.value(), code, null), detail);
    events.publishEvent(new DivisionsChanged());
  }
}
