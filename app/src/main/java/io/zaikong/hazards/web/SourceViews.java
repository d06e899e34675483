package io.zaikong.hazards.web;

import io.zaikong.hazards.Designations;
import io.zaikong.hazards.Designations.Designation;
import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.RuleNumbers;
import io.zaikong.hazards.SourceFilter;
import io.zaikong.hazards.Sources;
import io.zaikong.journal.Journal;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Divisions;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Places;
import io.zaikong.shell.Role;
import io.zaikong.shell.Slice.Rows;
import io.zaikong.shell.TimelineEntry;
import io.zaikong.shell.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of units and of other sources show alike. */
@Component
class SourceViews {

  /** The most rows a workbook is made of. */
  private static final int EXPORT_LIMIT = 100_000;

  private final Sources sources;
  private final Designations designations;
  private final Divisions divisions;
  private final Places places;
  private final Journal journal;
  private final ObjectProvider<Sources.Records> records;

  SourceViews(
      Sources sources,
      Designations designations,
      Divisions divisions,
      Places places,
      Journal journal,
      ObjectProvider<Sources.Records> records) {
    this.sources = sources;
    this.designations = designations;
    this.divisions = divisions;
    this.places = places;
    this.journal = journal;
    this.records = records;
  }

  /** A source in a list, with the names of where it lies. */
  record Row(HazardSource source, String place) {}

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

  static String township(DivisionCode code) {
    return code.value().length() >= 9 ? code.value().substring(0, 9) : code.value();
  }

  /** District and township by their names. */
  static String place(DivisionCode code, Map<String, String> names) {
    String district = names.getOrDefault(code.at(DivisionCode.Level.DISTRICT).value(), "");
    String township = names.getOrDefault(township(code), code.value());
    return district.equals(township) ? district : district + " " + township;
  }

  /** A page of the list as its templates read it; four statements with the names. */
  void list(Listing list, SourceFilter filter, Model model) {
    Rows<HazardSource> page = sources.page(filter, list.offset(), list.size());
    List<HazardSource> found = page.items();
    Map<String, String> names = names(found.stream().map(HazardSource::division).toList());
    model.addAttribute("list", list.withTotal(page.total()));
    model.addAttribute(
        "rows", found.stream().map(s -> new Row(s, place(s.division(), names))).toList());
    model.addAttribute("divisions", divisionOptions());
  }

  /**
   * Sends the list as a workbook.
   *
   * @param titleKey text key of its sheet's name
   */
  void export(
      SourceFilter filter, String name, String titleKey, HttpServletResponse response, Words words)
      throws IOException {
    Map<String, String> names = names(sources.listDivisions(filter));
    // A file first: whoever reads slowly holds no connection, and a failure is a page, not half a
    // workbook.
    Path file = Files.createTempFile(name, ".xlsx");
    try {
      try (SourceWorkbook book =
          new SourceWorkbook(Files.newOutputStream(file), titleKey, names, words)) {
        sources.export(filter, EXPORT_LIMIT, book::add);
      }
      response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".xlsx\"");
      response.setContentLengthLong(Files.size(file));
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.delete(file);
    }
  }

  /** Names of the districts and townships of the codes; one statement. */
  Map<String, String> names(Collection<DivisionCode> codes) {
    return divisions.names(
        codes.stream()
            .flatMap(
                code -> Stream.of(code.at(DivisionCode.Level.DISTRICT).value(), township(code)))
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

  /** What others keep of a source. */
  List<Sources.Records.Group> records(long sourceId, Words words) {
    return records.orderedStream().map(r -> r.list(sourceId, words)).toList();
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
