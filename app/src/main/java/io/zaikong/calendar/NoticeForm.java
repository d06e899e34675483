package io.zaikong.calendar;

import io.zaikong.kit.CalendarYear;
import io.zaikong.kit.CalendarYear.Holiday;
import io.zaikong.kit.Festival;
import io.zaikong.shell.Outcome;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A notice as it is typed: fields year and notice, and of each festival FESTIVAL_from, FESTIVAL_to
 * and FESTIVAL_makeup, days as 2027-02-06. A festival that the notice joins with another is left
 * empty.
 */
final class NoticeForm {

  private static final int LONGEST = 60;

  private final Map<String, String> fields;
  private final int year;

  private NoticeForm(Map<String, String> fields, int year) {
    this.fields = fields;
    this.year = year;
  }

  static Outcome<CalendarYear> read(Map<String, String> fields) {
    String year = fields.getOrDefault("year", "").strip();
    if (!year.matches("20\\d\\d")) {
      return Outcome.refused("year", "calendar.year.refused");
    }
    String notice = fields.getOrDefault("notice", "").strip();
    if (notice.isEmpty() || notice.length() > LONGEST) {
      return Outcome.refused("notice", "calendar.notice.refused");
    }
    return new NoticeForm(fields, Integer.parseInt(year)).read(notice);
  }

  private Outcome<CalendarYear> read(String notice) {
    List<Holiday> holidays = new ArrayList<>();
    for (Festival festival : Festival.values()) {
      String from = field(festival, "_from");
      String to = field(festival, "_to");
      String makeUp = field(festival, "_makeup");
      if (from.isEmpty() && to.isEmpty() && makeUp.isEmpty()) {
        continue;
      }
      Optional<LocalDate> first = day(from);
      Optional<LocalDate> last = day(to.isEmpty() ? from : to);
      if (first.isEmpty()) {
        return Outcome.refused(festival + "_from", "calendar.day.refused", from);
      }
      if (last.isEmpty() || last.get().isBefore(first.get())) {
        return Outcome.refused(festival + "_to", "calendar.to.refused", to);
      }
      List<LocalDate> worked = new ArrayList<>();
      for (String text : makeUp.split("[\\s,，、;；]+")) {
        Optional<LocalDate> day = day(text).filter(NoticeForm::isWeekend);
        if (!text.isEmpty() && day.isEmpty()) {
          return Outcome.refused(festival + "_makeup", "calendar.makeup.refused", text);
        }
        day.ifPresent(worked::add);
      }
      holidays.add(new Holiday(festival, first.get(), last.get(), worked));
    }
    return whole(notice, holidays);
  }

  private Outcome<CalendarYear> whole(String notice, List<Holiday> holidays) {
    for (Holiday holiday : holidays) {
      for (LocalDate day : holiday.makeUp()) {
        if (holidays.stream().anyMatch(h -> !day.isBefore(h.from()) && !day.isAfter(h.to()))) {
          return Outcome.refused(
              holiday.festival() + "_makeup", "calendar.makeup.off", day.toString());
        }
      }
    }
    return Outcome.done(new CalendarYear(year, notice, true, holidays));
  }

  private String field(Festival festival, String part) {
    return fields.getOrDefault(festival + part, "").strip();
  }

  /** A day of the year or of the last week before it. */
  private Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(d -> !d.isBefore(LocalDate.of(year - 1, 12, 25)) && d.getYear() <= year);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
