package io.zaikong.kit;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which days are worked, from the notices known, and time limits counted by it. A year without a
 * notice has its weekends and statutory holidays, without the transfers that a notice makes; what
 * is counted through it is provisional.
 */
public final class WorkCalendar {

  private final Map<Integer, CalendarYear> years;
  private final Map<Integer, Set<LocalDate>> statutory;
  private final Set<LocalDate> off = new HashSet<>();
  private final Set<LocalDate> worked = new HashSet<>();

  private WorkCalendar(Map<Integer, CalendarYear> years, Map<Integer, Set<LocalDate>> statutory) {
    this.years = Map.copyOf(years);
    this.statutory = statutory;
    for (CalendarYear year : years.values()) {
      for (CalendarYear.Holiday holiday : year.holidays()) {
        holiday.from().datesUntil(holiday.to().plusDays(1)).forEach(off::add);
        worked.addAll(holiday.makeUp());
      }
    }
  }

  /** The years that the program was delivered with. */
  public static WorkCalendar packaged() {
    return new WorkCalendar(Map.of(), HolidayFiles.statutory()).with(HolidayFiles.years());
  }

  /** With notices added; one for a year that is there already takes its place. */
  public WorkCalendar with(Collection<CalendarYear> notices) {
    Map<Integer, CalendarYear> more = new HashMap<>(years);
    notices.forEach(year -> more.put(year.year(), year));
    return new WorkCalendar(more, statutory);
  }

  /** The years with a notice, in order. */
  public List<CalendarYear> listYears() {
    return years.keySet().stream().sorted().map(years::get).toList();
  }

  public Optional<CalendarYear> findYear(int year) {
    return Optional.ofNullable(years.get(year));
  }

  public boolean isWorkingDay(LocalDate day) {
    if (off.contains(day)) {
      return false;
    }
    if (worked.contains(day)) {
      return true;
    }
    return !CalendarYear.isWeekend(day) && (years.containsKey(day.getYear()) || !isStatutory(day));
  }

  /** Whether a notice that is not known yet may still change the day. */
  public boolean isProvisional(LocalDate day) {
    return !years.containsKey(day.getYear())
        || !MonthDay.from(day).isBefore(CalendarYear.NEXT_NOTICE_FROM)
            && !years.containsKey(day.getYear() + 1);
  }

  /** The {@code days}-th working day after {@code from}; {@code days} at least 1. */
  public LocalDate plusWorkingDays(LocalDate from, int days) {
    if (days < 1) {
      throw new IllegalArgumentException(days + " working days");
    }
    LocalDate day = from;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      if (isWorkingDay(day)) {
        left--;
      }
    }
    return day;
  }

  /** Calendar days after {@code from}, whatever they are. */
  public LocalDate plusCalendarDays(LocalDate from, int days) {
    return from.plusDays(days);
  }

  /** The day itself when it is worked, else the next that is. */
  public LocalDate workingDayFrom(LocalDate day) {
    LocalDate next = day;
    while (!isWorkingDay(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** Working days after {@code from} up to {@code to}, this included. */
  public int countWorkingDays(LocalDate from, LocalDate to) {
    return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
  }

  /** The last day of a limit that begins with a fact of {@code from}. */
  public DueDate dueDate(LocalDate from, TimeLimit limit) {
    LocalDate before = limit.countsFirstDay() ? from.minusDays(1) : from;
    return switch (limit.unit()) {
      case WORKING_DAYS -> {
        LocalDate last = plusWorkingDays(before, limit.days());
        yield new DueDate(last, isAnyProvisional(before.plusDays(1), last), limit);
      }
      case CALENDAR_DAYS -> {
        LocalDate counted = plusCalendarDays(before, limit.days());
        LocalDate last = limit.movesOffHolidays() ? workingDayFrom(counted) : counted;
        boolean open = limit.movesOffHolidays() && isAnyProvisional(counted, last);
        yield new DueDate(last, open, limit);
      }
    };
  }

  private boolean isAnyProvisional(LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1)).anyMatch(this::isProvisional);
  }

  /** Order 795 art. 2: the days that need no notice, weekends aside. */
  private boolean isStatutory(LocalDate day) {
    Set<LocalDate> movable = statutory.getOrDefault(day.getYear(), Set.of());
    return movable.contains(day) || HolidayFiles.FIXED.contains(MonthDay.from(day));
  }

  /** The statutory holidays of a year without a notice, in order, as far as they are known. */
  public List<LocalDate> listStatutory(int year) {
    List<LocalDate> days = new ArrayList<>(statutory.getOrDefault(year, Set.of()));
    HolidayFiles.FIXED.forEach(day -> days.add(day.atYear(year)));
    return days.stream().distinct().sorted().toList();
  }
}
