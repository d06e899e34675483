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
  private final Journal journal;
  private final Clock clock;

  Agencies(AgencyStore store, Journal journal, Clock clock) {
    this.store = store;
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

  public record Agency(long id, String name, Kind kind, DivisionCode division) {}

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
  public Optional<Agency> find(long id) {
    return store.find(id);
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
    if (name.isBlank()) {
      return Outcome.refused("name", "field.required");
    }
    if (!isInTerritory(division)) {
      return Outcome.refused("division", "account.division.outside", division.value());
    }
    if (kind == Kind.FUNCTIONAL_ZONE && division.level() != Level.TOWNSHIP) {
      return Outcome.refused("division", "agency.zone.seat");
    }
    Optional<Long> id = store.insert(name.strip(), kind, division, today());
    if (id.isEmpty()) {
      return Outcome.refused("name", "agency.exists", name.strip());
    }
    journal.record(
        "agency.create",
        Subject.of("org.agency", id.get(), division),
        Map.of("name", name.strip(), "kind", kind.name()));
    return Outcome.done(new Agency(id.get(), name.strip(), kind, division));
  }

  /** Gives a township to a functional zone from a day on; its district no longer sees it then. */
  @Transactional
  public Outcome<Agency> delegate(long zoneId, DivisionCode township, LocalDate from) {
    Optional<Agency> zone = store.find(zoneId);
    if (zone.isEmpty() || zone.get().kind() != Kind.FUNCTIONAL_ZONE) {
      return Outcome.refused("zone", "agency.zone.unknown");
    }
    if (township.level() != Level.TOWNSHIP) {
      return Outcome.refused("township", "agency.delegation.township");
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

  @Transactional
  public Outcome<Agency> addPost(long agencyId, String title) {
    Optional<Agency> agency = store.find(agencyId);
    if (agency.isEmpty() || title.isBlank()) {
      return Outcome.refused("title", "field.required");
    }
    if (!store.insertPost(agencyId, title.strip())) {
      return Outcome.refused("title", "agency.exists", title.strip());
    }
    journal.record(
        "agency.post",
        Subject.of("org.agency", agencyId, agency.get().division()),
        Map.of("title", title.strip()));
    return Outcome.done(agency.get());
  }

  /** Puts the person of an account on a post from today; who held it before ends the day before. */
  @Transactional
  public Outcome<Agency> appoint(long postId, long accountId) {
    Optional<Agency> agency = store.findOfPost(postId);
    if (agency.isEmpty() || !store.appoint(postId, accountId, today())) {
      return Outcome.refused("account", "agency.post.person");
    }
    journal.record(
        "agency.appoint",
        Subject.of("org.agency", agency.get().id(), agency.get().division()),
        Map.of("post", postId, "account", accountId));
    return Outcome.done(agency.get());
  }

  private static boolean isInTerritory(DivisionCode division) {
    return Actor.getCurrent().scope().territory().stream().anyMatch(r -> r.contains(division));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Accounts.ZONE);
  }
}
