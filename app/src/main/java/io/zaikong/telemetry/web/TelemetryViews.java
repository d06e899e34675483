package io.zaikong.telemetry.web;

import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.SourceFilter;
import io.zaikong.hazards.Sources;
import io.zaikong.journal.Journal;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Places;
import io.zaikong.shell.Role;
import io.zaikong.shell.TimelineEntry;
import io.zaikong.shell.Words;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the pages of gateways and sensors show alike. */
@Component
class TelemetryViews {

  /** More sources than an enterprise has. */
  private static final int MOST_SOURCES = 500;

  private final Sources sources;
  private final Divisions divisions;
  private final Places places;
  private final Journal journal;

  TelemetryViews(Sources sources, Divisions divisions, Places places, Journal journal) {
    this.sources = sources;
    this.divisions = divisions;
    this.places = places;
    this.journal = journal;
  }

  /** Whether this person keeps the register, of the territory or of an own enterprise. */
  boolean mayChange() {
    return Actor.getCurrent().hasAny(Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER);
  }

  /** District and township by their names, by code; one statement. */
  Map<DivisionCode, String> places(Collection<DivisionCode> codes) {
    Map<String, String> names =
        divisions.names(
            codes.stream().flatMap(c -> Stream.of(district(c), township(c))).distinct().toList());
    Map<DivisionCode, String> found = new LinkedHashMap<>();
    for (DivisionCode code : codes) {
      String district = names.getOrDefault(district(code), "");
      String township = names.getOrDefault(township(code), code.value());
      found.put(code, district.equals(township) ? district : district + " " + township);
    }
    return found;
  }

  private static String district(DivisionCode code) {
    return code.at(DivisionCode.Level.DISTRICT).value();
  }

  private static String township(DivisionCode code) {
    return code.value().substring(0, Math.min(9, code.value().length()));
  }

  /** The divisions below the actor's own, to choose from. */
  Map<String, String> divisionOptions() {
    Map<String, String> options = new LinkedHashMap<>();
    DivisionCode home = Actor.getCurrent().home();
    if (home.value().length() < 12) {
      places.namesBelow(home).forEach((code, name) -> options.put(code.value(), name));
    }
    return options;
  }

  /** The sources of an enterprise, to choose from. */
  Map<String, String> sourceOptions(long enterpriseId) {
    SourceFilter filter =
        new SourceFilter(
            null,
            null,
            null,
            null,
            null,
            null,
            enterpriseId,
            null,
            null,
            null,
            SourceFilter.Sort.NAME,
            false);
    List<HazardSource> found = sources.list(filter, 0, MOST_SOURCES);
    return SensorOptions.sources(found);
  }

  List<TimelineEntry> timeline(String subject, long id, Words words) {
    return journal.listFor(subject, Long.toString(id), 50).stream()
        .map(
            entry -> {
              String key = "act." + entry.act();
              return new TimelineEntry(
                  entry.at(),
                  entry.actorName(),
                  words.has(key) ? words.text(key) : entry.act(),
                  "");
            })
        .toList();
  }
}
