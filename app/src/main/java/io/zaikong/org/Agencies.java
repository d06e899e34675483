package io.zaikong.org;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.DivisionCode.Level;
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

/**
 * Bureaus, enforcement brigades and squads, committee members, functional zones, and their posts.
 */
@Service
public class Agencies {

  private final AgencyStore store;
  private final Divisions divisions;
  private final Journal journal;
  private final Clock clock;

  Agencies(AgencyStore store, Divisions divisions, Journal journal, Clock clock) {
    this.store = store;
    this.divisions = divisions;
    this.journal = journal;
    this.clock = clock;
  }

  public enum Kind {
    BUREAU,
    BRIGADE,
    SQUAD,
    COMMITTEE_MEMBER,
    FUNCTIONAL_ZONE,
    OFFICE
  }

  /**
   * @param parentId the agency whose internal office this is; null for one of its own
   * @param to the first day on which it no longer stands; null when open
   */
  public record Agency(
      long id,
      String name,
      Kind kind,
      DivisionCode division,
      @Nullable Long parentId,
      LocalDate from,
      @Nullable LocalDate to) {

    public boolean isInEffect(LocalDate day) {
      return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** As a field suggests it. */
    public String label() {
      return id + " " + name;
    }
  }

  /** Which agencies to show, those that stand today; null means all. */
  public record Wanted(
      @Nullable Kind kind, @Nullable DivisionCode division, @Nullable String text) {}

  /** A person on a post, from a day until before another. */
  public record Holding(long postId, String person, LocalDate from, @Nullable LocalDate to) {}

  /** A post and the person who holds it today, if any. */
  public record Post(long id, long agencyId, String title, @Nullable String holder) {}

  /** A township that a functional zone looks after. */
  public record DelegatedTownship(
      long id, long zoneId, DivisionCode township, LocalDate from, @Nullable LocalDate to) {}

  @Transactional(readOnly = true)
  public List<Agency> list() {
    return store.list(today());
  }

  @Transactional(readOnly = true)
  public List<Agency> list(Wanted wanted, long offset, int limit) {
    return store.list(wanted, today(), offset, limit);
  }

  @Transactional(readOnly = true)
  public long count(Wanted wanted) {
    return store.count(wanted, today());
  }

  /** The internal offices of an agency that stand today. */
  @Transactional(readOnly = true)
  public List<Agency> listOffices(long parentId) {
    return store.listOffices(parentId, today());
  }

  /** Also one that was closed. */
  @Transactional(readOnly = true)
  public Optional<Agency> find(long id) {
    return store.find(id);
  }

  @Transactional(readOnly = true)
  public List<Post> listPosts(long agencyId) {
    return store.listPosts(agencyId, today());
  }

  /** Everybody who held a post of the agency, the latest first. */
  @Transactional(readOnly = true)
  public List<Holding> listHoldings(long agencyId) {
    return store.listHoldings(agencyId);
  }

  /** The townships of a zone, in the past too. */
  @Transactional(readOnly = true)
  public List<DelegatedTownship> listDelegations(long zoneId) {
    return store.listDelegations().stream().filter(d -> d.zoneId() == zoneId).toList();
  }

  @Transactional(readOnly = true)
  public List<Post> listPosts() {
    return store.listPosts(today());
  }

  @Transactional(readOnly = true)
  public List<DelegatedTownship> listDelegations() {
    return store.listDelegations();
  }

  /** An agency of a division in the actor's territory; a functional zone's seat is a township. */
  @Transactional
  public Outcome<Agency> create(String name, Kind kind, DivisionCode division) {
    return create(name, kind, division, null);
  }

  /**
   * @param parentId the agency whose internal office it is; only an office has one
   */
  @Transactional
  public Outcome<Agency> create(
      String name, Kind kind, DivisionCode division, @Nullable Long parentId) {
    if (name.isBlank()) {
      return Outcome.refused("name", "field.required");
    }
    if (divisions.findInEffect(division).isEmpty()) {
      return Outcome.refused("division", "account.division.unknown", division.value());
    }
    if (!isInTerritory(division)) {
      return Outcome.refused("division", "account.division.outside", division.value());
    }
    if (kind == Kind.FUNCTIONAL_ZONE && division.level() != Level.TOWNSHIP) {
      return Outcome.refused("division", "agency.zone.seat");
    }
    if (parentId != null
        && (kind != Kind.OFFICE
            || store.find(parentId).filter(p -> p.isInEffect(today())).isEmpty())) {
      return Outcome.refused("kind", "agency.parent");
    }
    Optional<Long> id = store.insert(name.strip(), kind, division, parentId, today());
    if (id.isEmpty()) {
      return Outcome.refused("name", "agency.exists", name.strip());
    }
    record("agency.create", id.get(), division, Map.of("name", name.strip(), "kind", kind.name()));
    return Outcome.done(store.find(id.get()).orElseThrow());
  }

  /**
   * Closes an agency and ends its posts.
   *
   * @param day the first on which it no longer stands
   */
  @Transactional
  public Outcome<Agency> close(long id, LocalDate day) {
    Optional<Agency> agency = findOpen(id);
    if (agency.isEmpty()) {
      return Outcome.refused("", "agency.closed");
    }
    if (!day.isAfter(agency.get().from())) {
      return Outcome.refused("day", "agency.close.early", agency.get().from().toString());
    }
    if (store.hasOffices(id, day)) {
      return Outcome.refused("", "agency.close.offices");
    }
    if (store.isZoneInUse(id, day)) {
      return Outcome.refused("", "agency.close.zone");
    }
    store.close(id, day);
    record("agency.close", id, agency.get().division(), Map.of("from", day.toString()));
    return Outcome.done(agency.get());
  }

  /** Gives a township to a functional zone from a day on; its district no longer sees it then. */
  @Transactional
  public Outcome<Agency> delegate(long zoneId, DivisionCode township, LocalDate from) {
    Optional<Agency> zone = store.find(zoneId);
    if (zone.isEmpty() || zone.get().kind() != Kind.FUNCTIONAL_ZONE || zone.get().to() != null) {
      return Outcome.refused("zone", "agency.zone.unknown");
    }
    if (township.level() != Level.TOWNSHIP) {
      return Outcome.refused("township", "agency.delegation.township");
    }
    if (divisions.findInEffect(township).isEmpty()) {
      return Outcome.refused("township", "account.division.unknown", township.value());
    }
    if (!isInTerritory(township)) {
      return Outcome.refused("township", "account.division.outside", township.value());
    }
    if (store.isDelegated(township, from)) {
      return Outcome.refused("township", "agency.delegation.taken", township.value());
    }
    store.insertDelegation(zoneId, township, from);
    journal.record(
        "agency.delegate",
        Subject.of("org.agency", zoneId, township),
        Map.of("township", township.value(), "from", from.toString()));
    return Outcome.done(zone.get());
  }

  /**
   * Gives a township back to its district, by whoever has the district's territory with it.
   *
   * @param day the first on which the zone no longer has it
   */
  @Transactional
  public Outcome<Agency> endDelegation(long zoneId, long delegationId, LocalDate day) {
    Optional<Agency> zone = store.find(zoneId);
    Optional<DelegatedTownship> found =
        listDelegations(zoneId).stream().filter(d -> d.id() == delegationId).findFirst();
    if (zone.isEmpty() || found.isEmpty() || found.get().to() != null) {
      return Outcome.refused("", "agency.delegation.unknown");
    }
    DelegatedTownship delegation = found.get();
    if (!Actor.getCurrent().scope().covers(delegation.township().at(Level.DISTRICT))
        || !isInTerritory(delegation.township())) {
      return Outcome.refused("", "agency.delegation.above");
    }
    if (!day.isAfter(delegation.from())) {
      return Outcome.refused("day", "agency.delegation.early", delegation.from().toString());
    }
    store.endDelegation(delegationId, day);
    journal.record(
        "agency.delegation.end",
        Subject.of("org.agency", zoneId, delegation.township()),
        Map.of("township", delegation.township().value(), "from", day.toString()));
    return Outcome.done(zone.get());
  }

  @Transactional
  public Outcome<Agency> addPost(long agencyId, String title) {
    Optional<Agency> agency = findOpen(agencyId);
    if (agency.isEmpty()) {
      return Outcome.refused("", "agency.closed");
    }
    if (title.isBlank()) {
      return Outcome.refused("title", "field.required");
    }
    if (!store.insertPost(agencyId, title.strip())) {
      return Outcome.refused("title", "agency.exists", title.strip());
    }
    record("agency.post", agencyId, agency.get().division(), Map.of("title", title.strip()));
    return Outcome.done(agency.get());
  }

  /** Puts the person of an account on a post from today; who held it before ends the day before. */
  @Transactional
  public Outcome<Agency> appoint(long postId, long accountId) {
    Optional<Agency> agency = store.findOfPost(postId);
    if (agency.isEmpty() || !store.appoint(postId, accountId, today())) {
      return Outcome.refused("account", "agency.post.person");
    }
    record(
        "agency.appoint",
        agency.get().id(),
        agency.get().division(),
        Map.of("post", postId, "account", accountId));
    return Outcome.done(agency.get());
  }

  /** Takes whoever holds a post off it, from today. */
  @Transactional
  public Outcome<Agency> relieve(long postId) {
    Optional<Agency> agency = store.findOfPost(postId);
    if (agency.isEmpty() || store.relieve(postId, today()) == 0) {
      return Outcome.refused("", "agency.post.vacant");
    }
    record("agency.relieve", agency.get().id(), agency.get().division(), Map.of("post", postId));
    return Outcome.done(agency.get());
  }

  private Optional<Agency> findOpen(long id) {
    return store.find(id).filter(a -> a.to() == null && isInTerritory(a.division()));
  }

  private void record(String act, long agencyId, DivisionCode division, Map<String, ?> detail) {
    journal.record(act, Subject.of("org.agency", agencyId, division), detail);
  }

  private static boolean isInTerritory(DivisionCode division) {
    return Actor.getCurrent().scope().territory().stream().anyMatch(r -> r.contains(division));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Accounts.ZONE);
  }
}
