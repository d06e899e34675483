package io.zaikong.hazards.web;

import io.zaikong.hazards.Evaluation;
import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.SourceFacts;
import io.zaikong.hazards.SourceFilter;
import io.zaikong.hazards.SourceFilter.Grade;
import io.zaikong.hazards.SourceFilter.Sort;
import io.zaikong.hazards.SourceKind;
import io.zaikong.hazards.Sources;
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

  SourceApi(Sources sources) {
    this.sources = sources;
  }

  /** A source with its facts and classes, newest first; both empty of a hazchem unit. */
  record SourceWithFacts(
      HazardSource source, List<SourceFacts> facts, List<Evaluation> evaluations) {}

  /**
   * Worst first.
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
    return new SourceWithFacts(source, sources.listFacts(id), sources.listEvaluations(id));
  }
}
