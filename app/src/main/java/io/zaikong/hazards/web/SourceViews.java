package io.zaikong.hazards.web;

import io.zaikong.hazards.Designations;
import io.zaikong.hazards.Designations.Designation;
import io.zaikong.hazards.RuleNumbers;
import io.zaikong.hazards.Sources;
import io.zaikong.journal.Journal;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Form;
import io.zaikong.shell.Places;
import io.zaikong.shell.Role;
import io.zaikong.shell.TimelineEntry;
import io.zaikong.shell.Words;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the pages of units and of other sources show alike. */
@Component
class SourceViews {

  private final Sources sources;
  private final Designations designations;
  private final Divisions divisions;
  private final Places places;
  private final Journal journal;

  SourceViews(
      Sources sources,
      Designations designations,
      Divisions divisions,
      Places places,
      Journal journal) {
    this.sources = sources;
    this.designations = designations;
    this.divisions = divisions;
    this.places = places;
    this.journal = journal;
  }

  /**
   * 重点监控 of a source.
   *
   * @param agencies in whose name this person may choose it; empty when he may not
   * @param years that may be chosen
   * @param back the address of the source's page
   */
  record WatchView(
      long sourceId,
      List<Designation> designations,
      Map<String, String> agencies,
      Map<String, String> years,
      String back,
      Form form) {}

  WatchView watch(long sourceId, String back, Form form) {
    Map<String, String> agencies = new LinkedHashMap<>();
    designations.listAgencies().forEach(a -> agencies.put(Long.toString(a.id()), a.name()));
    Map<String, String> years = new LinkedHashMap<>();
    Stream.of(sources.year(), sources.year() + 1)
        .map(String::valueOf)
        .forEach(year -> years.put(year, year));
    return new WatchView(sourceId, designations.list(sourceId), agencies, years, back, form);
  }

  /** Whether this person keeps the register, of the territory or of an own enterprise. */
  boolean mayChange() {
    return Actor.getCurrent().hasAny(Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER);
  }

  BigDecimal number(Map<RuleNumbers.Number, BigDecimal> standing, RuleNumbers.Number number) {
    return Objects.requireNonNull(standing.get(number));
  }

  /** Names of the districts and townships of the codes; one statement. */
  Map<String, String> names(Collection<DivisionCode> codes) {
    return divisions.names(
        codes.stream()
            .flatMap(
                code ->
                    Stream.of(
                        code.at(DivisionCode.Level.DISTRICT).value(), UnitPages.township(code)))
            .distinct()
            .toList());
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
