package io.zaikong.hazards.web;

import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.Evaluation;
import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.Incomplete;
import io.zaikong.hazards.IncompleteUnits;
import io.zaikong.hazards.SourceFacts;
import io.zaikong.hazards.SourceFilter;
import io.zaikong.hazards.SourceFilter.Grade;
import io.zaikong.hazards.SourceFilter.Sort;
import io.zaikong.hazards.SourceKind;
import io.zaikong.hazards.SourceStates;
import io.zaikong.hazards.SourceStates.StateChange;
import io.zaikong.hazards.Sources;
import io.zaikong.hazards.UnitKind;
import io.zaikong.hazards.Units;
import io.zaikong.hazards.Worksheet;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Role;
import io.zaikong.shell.Slice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sources of every kind for programs. */
@RestController
@RequestMapping("/api/v1")
@Allow(
    value = {Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER},
    token = "hazards:read")
class SourceApi {

  private final Sources sources;
  private final Units units;
  private final IncompleteUnits incomplete;
  private final Declarations declarations;
  private final SourceStates states;

  SourceApi(
      Sources sources,
      Units units,
      IncompleteUnits incomplete,
      Declarations declarations,
      SourceStates states) {
    this.sources = sources;
    this.units = units;
    this.incomplete = incomplete;
    this.declarations = declarations;
    this.states = states;
  }

  /**
   * A source with its facts, classes and states, newest first; the first two of no hazchem unit.
   */
  record SourceWithFacts(
      HazardSource source,
      List<SourceFacts> facts,
      List<Evaluation> evaluations,
      List<StateChange> states) {}

  /**
   * A unit with how its result came about, or why it has none.
   *
   * @param worksheet null while it cannot be judged; {@code incomplete} null when it is judged
   * @param site the people around its plant as declared last
   */
  record UnitWithWorksheet(
      HazardSource unit,
      @Nullable Worksheet worksheet,
      @Nullable Incomplete incomplete,
      Declarations.@Nullable Site site,
      List<StateChange> states) {}

  /**
   * Worst first; what cannot be judged has the state INCOMPLETE and says what is missing.
   *
   * @param state without one those that are not removed
   * @param designated a year for which it is 重点监控
   * @param from first day of the standing result or facts, in Asia/Shanghai; {@code to} the last
   * @param page from 1
   * @param size at most 1,000
   */
  @GetMapping("/sources")
  Slice<HazardSource> list(
      @RequestParam(required = false) @Nullable String division,
      @RequestParam(required = false) @Nullable SourceKind kind,
      @RequestParam(required = false) @Nullable Grade grade,
      @RequestParam(required = false) HazardSource.@Nullable State state,
      @RequestParam(required = false) @Nullable Integer designated,
      @RequestParam(required = false) @Nullable Long enterprise,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "50") int size) {
    SourceFilter filter =
        new SourceFilter(
            Slice.division(division).orElse(null),
            kind,
            null,
            grade,
            state,
            designated,
            enterprise,
            text,
            from,
            to,
            Sort.WORST,
            false);
    return Slice.of(page, size, (offset, limit) -> sources.page(filter, offset, limit));
  }

  /** 404 also for a source that the account does not see. */
  @GetMapping("/sources/{id}")
  SourceWithFacts show(@PathVariable long id) {
    HazardSource source = sources.find(id).orElseThrow(Slice::notFound);
    return new SourceWithFacts(
        source, sources.listFacts(id), sources.listEvaluations(id), states.listStates(id));
  }

  /** Hazchem units alone; otherwise as {@link #list}. */
  @GetMapping("/units")
  Slice<HazardSource> listUnits(
      @RequestParam(required = false) @Nullable String division,
      @RequestParam(required = false) @Nullable Grade grade,
      @RequestParam(required = false) @Nullable UnitKind kind,
      @RequestParam(required = false) HazardSource.@Nullable State state,
      @RequestParam(required = false) @Nullable Long enterprise,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "50") int size) {
    SourceFilter filter =
        new SourceFilter(
            Slice.division(division).orElse(null),
            SourceKind.HAZCHEM_UNIT,
            kind,
            grade,
            state,
            null,
            enterprise,
            text,
            from,
            to,
            Sort.WORST,
            false);
    return Slice.of(page, size, (offset, limit) -> sources.page(filter, offset, limit));
  }

  /** 404 also for a unit that the account does not see. */
  @GetMapping("/units/{id}")
  UnitWithWorksheet showUnit(@PathVariable long id) {
    HazardSource unit =
        sources
            .find(id)
            .filter(s -> s.kind() == SourceKind.HAZCHEM_UNIT)
            .orElseThrow(Slice::notFound);
    return new UnitWithWorksheet(
        unit,
        unit.isIncomplete() ? null : units.listWorksheets(id).getFirst(),
        unit.isIncomplete() ? incomplete.find(id).orElseThrow(Slice::notFound) : null,
        declarations.listSites(List.of(unit.enterpriseId())).stream().findFirst().orElse(null),
        states.listStates(id));
  }
}
