package io.zaikong.coverage.web;

import io.zaikong.coverage.CensusStatus;
import io.zaikong.coverage.Reporting;
import io.zaikong.coverage.Round;
import io.zaikong.coverage.Rounds;
import io.zaikong.coverage.StatusFilter;
import io.zaikong.coverage.StatusFilter.Show;
import io.zaikong.coverage.StatusFilter.Sort;
import io.zaikong.coverage.web.StatusViews.Table;
import io.zaikong.enterprises.Category;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Role;
import io.zaikong.shell.Slice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far the open round has come, for programs. */
@RestController
@RequestMapping("/api/v1/census")
@Allow(
    value = {Role.CHIEF, Role.OFFICER},
    token = "hazards:read")
class StatusApi {

  private final Rounds rounds;
  private final CensusStatus status;
  private final StatusViews views;

  StatusApi(Rounds rounds, CensusStatus status, StatusViews views) {
    this.rounds = rounds;
    this.status = status;
    this.views = views;
  }

  /** The round, and its counts by place. */
  record RoundStatus(Round round, Table counts) {}

  /**
   * By district of a city, by township of a district; without a division the account's own. 404
   * when no round is open.
   */
  @GetMapping("/status")
  RoundStatus status(@RequestParam(required = false) @Nullable String division) {
    DivisionCode asked = Slice.division(division).orElse(null);
    Round round = rounds.findOpen().orElseThrow(Slice::notFound);
    return new RoundStatus(round, views.table(round, asked));
  }

  /**
   * The most urgent first; empty when no round is open.
   *
   * @param show a state, EXPECTED or RECEIVED
   * @param from first day of registration, in Asia/Shanghai; {@code to} the last
   * @param page from 1
   * @param size at most 1,000
   */
  @GetMapping("/enterprises")
  Slice<Reporting> list(
      @RequestParam(required = false) @Nullable String division,
      @RequestParam(required = false) @Nullable Show show,
      @RequestParam(required = false) @Nullable Category category,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "50") int size) {
    StatusFilter filter =
        new StatusFilter(
            Slice.division(division).orElse(null),
            show,
            category,
            text,
            from,
            to,
            Sort.STATE,
            false);
    return rounds
        .findOpen()
        .map(
            round ->
                Slice.of(page, size, (offset, limit) -> status.page(round, filter, offset, limit)))
        .orElseGet(() -> Slice.of(page, size, () -> 0, (offset, limit) -> java.util.List.of()));
  }
}
