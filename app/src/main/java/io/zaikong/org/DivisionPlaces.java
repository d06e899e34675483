package io.zaikong.org;

import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Places;
import io.zaikong.shell.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Names of places for every page, also the login page. Divisions change a few times a year, so what
 * was found is kept; what was not found is looked for again.
 */
@Component
public class DivisionPlaces implements Places {

  private static final Actor PAGES = Actor.system("names of places", Scope.nothing());

  private final Divisions divisions;
  private final Map<DivisionCode, String> names = new ConcurrentHashMap<>();
  private final Map<DivisionCode, Map<DivisionCode, String>> below = new ConcurrentHashMap<>();
  private volatile Optional<DivisionCode> city = Optional.empty();

  DivisionPlaces(Divisions divisions) {
    this.divisions = divisions;
  }

  @Override
  public Optional<DivisionCode> findCity() {
    if (city.isEmpty()) {
      city = PAGES.call(divisions::findCity).map(Division::code);
    }
    return city;
  }

  @Override
  public Optional<String> findName(DivisionCode division) {
    String known = names.get(division);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<String> found = PAGES.call(() -> divisions.find(division)).map(Division::name);
    found.ifPresent(name -> names.put(division, name));
    return found;
  }

  @Override
  public Map<DivisionCode, String> namesBelow(DivisionCode division) {
    Map<DivisionCode, String> known = below.get(division);
    if (known != null) {
      return known;
    }
    Map<DivisionCode, String> found = new LinkedHashMap<>();
    PAGES.call(() -> divisions.listBelow(division)).forEach(d -> found.put(d.code(), d.name()));
    if (!found.isEmpty()) {
      below.put(division, found);
    }
    return found;
  }
}
