package io.zaikong.hazards;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.org.Agencies;
import io.zaikong.org.Agencies.Agency;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Role;
import io.zaikong.shell.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 重点监控: a bureau's choice of sources to watch, by agency, year and reason. It is not the same as a
 * major hazard source, which is a result.
 */
@Service
public class Designations {

  private static final int LONGEST_REASON = 500;

  private final DesignationStore store;
  private final Sources sources;
  private final Agencies agencies;
  private final Journal journal;
  private final Clock clock;

  Designations(
      DesignationStore store, Sources sources, Agencies agencies, Journal journal, Clock clock) {
    this.store = store;
    this.sources = sources;
    this.agencies = agencies;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * A source chosen for a year.
   *
   * @param withdrawnReason why it was taken back; null while it stands
   */
  public record Designation(
      long id,
      String agency,
      int year,
      String reason,
      String designatedBy,
      Instant designatedAt,
      @Nullable String withdrawnReason) {}

  /** Those of a source, the latest year first, also the withdrawn ones. */
  @Transactional(readOnly = true)
  public List<Designation> list(long sourceId) {
    return store.list(sourceId);
  }

  /** The years for which any source in sight is 重点监控, the latest first. */
  @Transactional(readOnly = true)
  public List<Integer> listYears() {
    return store.listYears();
  }

  /** The agencies in whose name the actor may choose. */
  @Transactional(readOnly = true)
  public List<Agency> listAgencies() {
    return Actor.getCurrent().hasAny(Role.OFFICER) ? agencies.list() : List.of();
  }

  /** Chooses a source for this year or the next. */
  @Transactional
  public Outcome<Integer> designate(long sourceId, long agencyId, int year, String reason) {
    HazardSource source = sources.find(sourceId).orElseThrow();
    int now = LocalDate.ofInstant(clock.instant(), Words.ZONE).getYear();
    if (year < now || year > now + 1) {
      return Outcome.refused(
          "year", "hazards.designation.year", Integer.toString(now), Integer.toString(now + 1));
    }
    Optional<Agency> agency = listAgencies().stream().filter(a -> a.id() == agencyId).findFirst();
    if (agency.isEmpty()) {
      return Outcome.refused("agency", "hazards.designation.agency");
    }
    if (source.isRemoved()) {
      return Outcome.refused("", "hazards.source.removed");
    }
    Optional<Outcome<Integer>> fault = findFault(reason);
    if (fault.isPresent()) {
      return fault.get();
    }
    String by = Actor.getCurrent().name();
    if (!store.insert(sourceId, agency.get(), year, reason.strip(), by, clock.instant())) {
      return Outcome.refused(
          "year", "hazards.designation.twice", agency.get().name(), Integer.toString(year));
    }
    record(
        "source.designate",
        source,
        Map.of("agency", agency.get().name(), "year", year, "reason", reason.strip()));
    return Outcome.done(year);
  }

  /** Takes one back, with a reason; it stays on record. */
  @Transactional
  public Outcome<Integer> withdraw(long sourceId, long designationId, String reason) {
    HazardSource source = sources.find(sourceId).orElseThrow();
    Optional<Outcome<Integer>> fault = findFault(reason);
    if (fault.isPresent()) {
      return fault.get();
    }
    String by = Actor.getCurrent().name();
    if (!store.withdraw(sourceId, designationId, reason.strip(), by, clock.instant())) {
      return Outcome.refused("", "hazards.designation.gone");
    }
    record(
        "source.designate.withdraw",
        source,
        Map.of("designation", designationId, "reason", reason.strip()));
    return Outcome.done(1);
  }

  private static Optional<Outcome<Integer>> findFault(String reason) {
    if (reason.isBlank()) {
      return Optional.of(Outcome.refused("reason", "field.required"));
    }
    return reason.length() > LONGEST_REASON
        ? Optional.of(
            Outcome.refused("reason", "hazards.field.long", String.valueOf(LONGEST_REASON)))
        : Optional.empty();
  }

  private void record(String act, HazardSource source, Map<String, ?> detail) {
    journal.record(
        act,
        new Subject(
            source.subject(), Long.toString(source.id()), source.division(), source.enterpriseId()),
        detail);
  }
}
