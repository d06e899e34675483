package io.zaikong.journal;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.zaikong.journal.JournalReading.Part;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Role;
import io.zaikong.shell.Slice;
import java.time.Instant;
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

/** The journal for the auditor's programs; a call is written down as a reading of it. */
@RestController
@RequestMapping("/api/v1")
@Allow(value = Role.AUDITOR, token = "journal:read")
class JournalApi {

  private final JournalReading reading;

  JournalApi(JournalReading reading) {
    this.reading = reading;
  }

  /** An act; its detail is a JSON object. */
  record Item(
      long id,
      Instant at,
      long actorId,
      String actorName,
      String act,
      String subject,
      String subjectId,
      String division,
      @Nullable Long enterpriseId,
      String address,
      @JsonRawValue String detail) {}

  /**
   * Newest first.
   *
   * @param from first day, in Asia/Shanghai
   * @param to last day
   * @param page from 1
   * @param size at most 1,000
   */
  @GetMapping("/journal")
  Slice<Item> list(
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String act,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "50") int size) {
    return Slice.of(
        page,
        size,
        (offset, limit) -> {
          Part part = reading.list(new JournalFilter(actor, act, from, to), offset, limit);
          List<Item> items = part.entries().stream().map(JournalApi::item).toList();
          return new Slice.Rows<>(part.total(), items);
        });
  }

  /** 404 also for an act out of sight. */
  @GetMapping("/journal/{id}")
  Item show(@PathVariable long id) {
    return item(reading.find(id).orElseThrow(Slice::notFound));
  }

  private static Item item(JournalEntry entry) {
    return new Item(
        entry.id(),
        entry.at(),
        entry.actorId(),
        entry.actorName(),
        entry.act(),
        entry.subject(),
        entry.subjectId(),
        entry.divisionCode(),
        entry.enterpriseId(),
        entry.address(),
        entry.detail());
  }
}
