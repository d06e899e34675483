package io.zaikong.hazards.web;

import io.zaikong.hazards.HazardUnit;
import io.zaikong.hazards.UnitFilter;
import io.zaikong.hazards.UnitFilter.Grade;
import io.zaikong.hazards.UnitFilter.Sort;
import io.zaikong.hazards.UnitKind;
import io.zaikong.hazards.Units;
import io.zaikong.hazards.Worksheet;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Role;
import io.zaikong.shell.Slice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Units and their worksheets for programs. */
@RestController
@RequestMapping("/api/v1")
@Allow(
    value = {Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER},
    token = "hazards:read")
class HazardApi {

  private final Units units;

  HazardApi(Units units) {
    this.units = units;
  }

  /** A unit with how its result came about. */
  record UnitWithWorksheet(HazardUnit unit, Worksheet worksheet) {}

  /**
   * Worst first.
   *
   * @param from first day of the standing result, in Asia/Shanghai; {@code to} the last one
   * @param page from 1
   * @param size at most 1,000
   */
  @GetMapping("/units")
  Slice<HazardUnit> list(
      @RequestParam(required = false) @Nullable String division,
      @RequestParam(required = false) @Nullable Grade grade,
      @RequestParam(required = false) @Nullable UnitKind kind,
      @RequestParam(required = false) @Nullable Long enterprise,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "50") int size) {
    UnitFilter filter =
        new UnitFilter(
            Slice.division(division).orElse(null),
            grade,
            kind,
            enterprise,
            text,
            from,
            to,
            Sort.WORST,
            false);
    return Slice.of(page, size, (offset, limit) -> units.page(filter, offset, limit));
  }

  /** 404 also for a unit that the account does not see. */
  @GetMapping("/units/{id}")
  UnitWithWorksheet show(@PathVariable long id) {
    HazardUnit unit = units.find(id).orElseThrow(Slice::notFound);
    return new UnitWithWorksheet(unit, units.listWorksheets(id).getFirst());
  }
}
