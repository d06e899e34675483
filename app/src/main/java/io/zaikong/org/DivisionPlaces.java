package io.zaikong.org;

import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Places;
import io.zaikong.shell.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Names of places for every page, also the login page. Divisions change a few times a year, so what
 * was found is kept until they change or the day does; what was not found is looked for again.
 */
@Component
public class DivisionPlaces implements Places {

  private static final Actor PAGES = Actor.system("names of places", Scope.nothing());

  private final Divisions divisions;
  private final Clock clock;
  private volatile Known known;

  DivisionPlaces(Divisions divisions, Clock clock) {
    this.divisions = divisions;
    this.clock = clock;
    this.known = Known.on(today());
  }

  /**
   * What was found on a day. A reader keeps what he found in the one that he began with, so nothing
   * read before a change gets into the next.
   */
  private record Known(
      LocalDate day,
      Map<Boolean, DivisionCode> city,
      Map<DivisionCode, String> names,
      Map<DivisionCode, Map<DivisionCode, String>> below) {

    static Known on(LocalDate day) {
      return new Known(
          day, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }
  }

  @TransactionalEventListener
  void onChange(DivisionsChanged change) {
    known = Known.on(today());
  }

  @Override
  public Optional<DivisionCode> findCity() {
    Known now = known();
    DivisionCode city = now.city.get(true);
    if (city != null) {
      return Optional.of(city);
    }
    Optional<DivisionCode> found = PAGES.call(divisions::findCity).map(Division::code);
    found.ifPresent(code -> now.city.put(true, code));
    return found;
  }

  @Override
  public Optional<String> findName(DivisionCode division) {
    Known now = known();
    String name = now.names.get(division);
    if (name != null) {
      return Optional.of(name);
    }
    Optional<String> found = PAGES.call(() -> divisions.find(division)).map(Division::name);
    found.ifPresent(value -> now.names.put(division, value));
    return found;
  }

  @Override
  public Map<DivisionCode, String> namesBelow(DivisionCode division) {
    Known now = known();
    Map<DivisionCode, String> names = now.below.get(division);
    if (names != null) {
      return names;
    }
    Map<DivisionCode, String> found = new LinkedHashMap<>();
    PAGES.call(() -> divisions.listBelow(division)).forEach(d -> found.put(d.code(), d.name()));
    if (!found.isEmpty()) {
      now.below.put(division, found);
    }
    return found;
  }

  private Known known() {
    Known now = known;
    if (!now.day.equals(today())) {
      now = Known.on(today());
      known = now;
    }
    return now;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Accounts.ZONE);
  }
}
