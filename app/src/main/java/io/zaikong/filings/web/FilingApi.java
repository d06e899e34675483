package io.zaikong.filings.web;

import io.zaikong.filings.FilingRegister;
import io.zaikong.filings.FilingRegister.Due;
import io.zaikong.filings.FilingRegister.Entry;
import io.zaikong.filings.FilingRegister.Filter;
import io.zaikong.filings.MajorSource;
import io.zaikong.filings.Standing.Version;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Role;
import io.zaikong.shell.Slice;
import io.zaikong.shell.Slice.Rows;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of filings for programs. */
@RestController
@RequestMapping("/api/v1")
@Allow(
    value = {Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER},
    token = "hazards:read")
class FilingApi {

  private final FilingRegister register;

  FilingApi(FilingRegister register) {
    this.register = register;
  }

  /** What is wanting, with the day by which it was or is due and the clause. */
  record Wanting(String kind, @Nullable LocalDate due, boolean overdue, String clause) {}

  /**
   * A major source with its filing.
   *
   * @param state of what is on its way, else of what is in force; NONE when neither is
   */
  record Filed(
      MajorSource source,
      String state,
      @Nullable Integer version,
      @Nullable String number,
      @Nullable LocalDate filedOn,
      List<Wanting> wanting) {}

  /**
   * What is late first.
   *
   * @param state a state, WAITING for what waits for the bureau, NONE for never filed, INCOMPLETE
   *     for what cannot be judged
   * @param from first day of coming into force, or of falling due when due is OVERDUE
   * @param page from 1
   * @param size at most 1,000
   */
  @GetMapping("/filings")
  Slice<Filed> list(
      @RequestParam(required = false) @Nullable String division,
      @RequestParam(required = false) @Nullable Integer level,
      @RequestParam(required = false) @Nullable Long enterprise,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable Due due,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "50") int size) {
    Filter filter =
        new Filter(
            Slice.division(division).orElse(null), level, enterprise, text, state, due, from, to);
    return Slice.of(
        page,
        size,
        (offset, limit) -> {
          Rows<Entry> rows = register.page(filter, offset, limit);
          return new Rows<>(rows.total(), rows.items().stream().map(FilingApi::filed).toList());
        });
  }

  private static Filed filed(Entry entry) {
    Version inForce = entry.standing().findFiled().orElse(null);
    return new Filed(
        entry.standing().source(),
        entry.standing().status(),
        inForce == null ? null : inForce.version(),
        inForce == null ? null : inForce.number(),
        inForce == null ? null : inForce.filedOn(),
        entry.lacks().stream()
            .map(
                l ->
                    new Wanting(
                        l.kind().name(),
                        l.findDue().map(d -> d.day()).orElse(null),
                        l.overdue(),
                        l.clause()))
            .toList());
  }
}
