package io.zaikong.filings;

import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.DivisionCode.Level;
import io.zaikong.notices.Owner;
import io.zaikong.org.Agencies;
import io.zaikong.org.Agencies.Agency;
import io.zaikong.org.Agencies.DelegatedTownship;
import io.zaikong.org.Agencies.Kind;
import io.zaikong.org.Agencies.Wanted;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Role;
import io.zaikong.shell.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Who receives filings: the officers of the county bureau (Order 40 art. 23), and of a functional
 * zone for the townships that it looks after. Whether the source is theirs, its row decides.
 */
@Service
class Receivers {

  private final Agencies agencies;
  private final Clock clock;

  Receivers(Agencies agencies, Clock clock) {
    this.agencies = agencies;
    this.clock = clock;
  }

  boolean mayReceive() {
    Actor actor = Actor.getCurrent();
    if (!actor.hasAny(Role.OFFICER)) {
      return false;
    }
    Level level = actor.home().level();
    return level == Level.DISTRICT || level == Level.TOWNSHIP && isZone(actor);
  }

  /** A zone's people see all of its townships; a township's own people at the same seat do not. */
  private boolean isZone(Actor actor) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.ZONE);
    for (Agency zone : agencies.list(new Wanted(Kind.FUNCTIONAL_ZONE, actor.home(), null), 0, 10)) {
      List<DelegatedTownship> townships =
          agencies.listDelegations(zone.id()).stream()
              .filter(d -> !today.isBefore(d.from()) && (d.to() == null || today.isBefore(d.to())))
              .toList();
      if (!townships.isEmpty()
          && townships.stream().allMatch(d -> actor.scope().covers(d.township()))) {
        return true;
      }
    }
    return false;
  }

  /** For whom what is to be received waits. */
  static Owner owner(DivisionCode division) {
    boolean isLower = division.value().length() > 6;
    return new Owner.RoleIn(Role.OFFICER, isLower ? division.at(Level.DISTRICT) : division);
  }

  static Owner enterprise(MajorSource source) {
    return new Owner.RoleOf(Role.ENTERPRISE_SAFETY_MANAGER, source.enterpriseId());
  }
}
