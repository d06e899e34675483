package io.zaikong.enterprises.web;

import io.zaikong.enterprises.Affiliation;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.EnterpriseFilter;
import io.zaikong.enterprises.EnterpriseFilter.Sort;
import io.zaikong.enterprises.EnterpriseSize;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.enterprises.OperatingState;
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

/** The register for programs. */
@RestController
@RequestMapping("/api/v1")
@Allow(
    value = {Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER},
    token = "enterprises:read")
class EnterpriseApi {

  private final Enterprises enterprises;

  EnterpriseApi(Enterprises enterprises) {
    this.enterprises = enterprises;
  }

  /**
   * By place.
   *
   * @param text part of a name or former name, or the beginning of a code
   * @param page from 1
   * @param size at most 1,000
   */
  @GetMapping("/enterprises")
  Slice<Enterprise> list(
      @RequestParam(required = false) @Nullable String division,
      @RequestParam(required = false) @Nullable Category category,
      @RequestParam(required = false) @Nullable EnterpriseSize scale,
      @RequestParam(required = false) @Nullable Affiliation affiliation,
      @RequestParam(required = false) @Nullable OperatingState state,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "50") int size) {
    EnterpriseFilter filter =
        new EnterpriseFilter(
            Slice.division(division).orElse(null),
            category,
            scale,
            affiliation,
            state,
            text,
            from,
            to,
            Sort.PLACE,
            false);
    return Slice.of(
        page,
        size,
        () -> enterprises.count(filter),
        (offset, limit) -> enterprises.list(filter, offset, limit));
  }

  /** 404 also for an enterprise that the account does not see. */
  @GetMapping("/enterprises/{id}")
  Enterprise show(@PathVariable long id) {
    return enterprises.find(id).orElseThrow(Slice::notFound);
  }
}
