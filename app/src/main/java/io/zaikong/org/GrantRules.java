package io.zaikong.org;

import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Agencies.Agency;
import io.zaikong.org.Agencies.Kind;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Refused;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What an administrator may give: nothing that he has not himself, and nothing that clashes. */
@Service
class GrantRules {

  private final AccountStore store;
  private final Divisions divisions;
  private final Agencies agencies;
  private final EnterpriseNames enterprises;
  private final SectorNames sectors;

  GrantRules(
      AccountStore store,
      Divisions divisions,
      Agencies agencies,
      EnterpriseNames enterprises,
      SectorNames sectors) {
    this.store = store;
    this.divisions = divisions;
    this.agencies = agencies;
    this.enterprises = enterprises;
    this.sectors = sectors;
  }

  /** Why the grant is refused; empty when it is not. */
  Optional<Refused<Account>> findFault(long accountId, ScopeGrant grant, LocalDate today) {
    if (accountId == Actor.getCurrent().accountId()) {
      return refused(Outcome.refusedBy(RoleRules.CLAUSE, "scope", "account.scope.self"));
    }
    LocalDate to = grant.to();
    if (to != null && to.isBefore(grant.from())) {
      return refused(Outcome.refused("to", "account.scope.days"));
    }
    Long enterpriseId = grant.enterpriseId();
    if (enterpriseId != null && enterprises.find(enterpriseId).isEmpty()) {
      return refused(
          Outcome.refused("enterprise", "account.enterprise.unknown", enterpriseId.toString()));
    }
    DivisionCode division = grant.division();
    if (division != null) {
      return findFault(division, today).or(() -> findSectorFault(accountId, grant));
    }
    Long zoneId = grant.zoneId();
    if (zoneId != null) {
      return findZoneFault(zoneId, today).or(() -> findSectorFault(accountId, grant));
    }
    return grant.sectors().isEmpty()
        ? Optional.empty()
        : refused(Outcome.refused("sectors", "account.scope.sectors.territory"));
  }

  private Optional<Refused<Account>> findFault(DivisionCode division, LocalDate today) {
    if (divisions.findInEffect(division).isEmpty()) {
      return refused(Outcome.refused("division", "account.division.unknown", division.value()));
    }
    Actor actor = Actor.getCurrent();
    boolean own =
        actor.scope().covers(division)
            || store.listScopes(actor.accountId()).stream()
                .anyMatch(s -> division.equals(s.division()) && s.isInEffect(today));
    return own
        ? Optional.empty()
        : refused(Outcome.refused("division", "account.scope.outside", division.value()));
  }

  private Optional<Refused<Account>> findZoneFault(long zoneId, LocalDate today) {
    Optional<Agency> zone =
        agencies.find(zoneId).filter(z -> z.kind() == Kind.FUNCTIONAL_ZONE && z.isInEffect(today));
    if (zone.isEmpty()) {
      return refused(Outcome.refused("zone", "agency.zone.unknown"));
    }
    // A delegation outside his territory is hidden from him; the function counts those too.
    boolean own = store.isZoneInTerritory(zoneId);
    return own
        ? Optional.empty()
        : refused(Outcome.refused("zone", "account.scope.zone.outside", zone.get().name()));
  }

  private Optional<Refused<Account>> findSectorFault(long accountId, ScopeGrant grant) {
    if (!sectors.textKeys().keySet().containsAll(grant.sectors())) {
      return refused(Outcome.refused("sectors", "account.scope.sectors.unknown"));
    }
    boolean mixed =
        store.listScopes(accountId).stream()
            .filter(s -> s.enterpriseId() == null && s.overlaps(grant))
            .anyMatch(s -> !s.sectors().equals(grant.sectors()));
    return mixed ? refused(Outcome.refused("sectors", "account.scope.sectors")) : Optional.empty();
  }

  private static Optional<Refused<Account>> refused(Outcome<Account> outcome) {
    return outcome instanceof Refused<Account> refused ? Optional.of(refused) : Optional.empty();
  }
}
