package io.zaikong.calendar;

import io.zaikong.kit.CalendarYear;
import io.zaikong.kit.Festival;
import io.zaikong.kit.WorkCalendar;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.MenuEntry;
import io.zaikong.shell.MenuEntry.Group;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Role;
import io.zaikong.shell.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 工作日历: every year's days off and make-up days, and the notice of a new year. */
@Controller
class CalendarPages {

  private static final String PATH = "/settings/calendar";

  private final WorkCalendars calendars;
  private final Clock clock;

  CalendarPages(WorkCalendars calendars, Clock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  @Configuration
  static class Entries {
    @Bean
    MenuEntry calendarEntry() {
      return new MenuEntry(Group.SETTINGS, 30, "calendar.title", "calendar", PATH);
    }
  }

  /**
   * A year in the list.
   *
   * @param published null when its notice is not known: then the statutory days alone
   */
  record YearView(int year, @Nullable CalendarYear published, List<LocalDate> statutory) {}

  @Allow
  @GetMapping(PATH)
  String show(Model model) {
    return show(Form.empty(), model);
  }

  @Allow(Role.SYSTEM_ADMINISTRATOR)
  @PostMapping(PATH)
  String enter(
      @RequestParam Map<String, String> fields, Model model, HttpServletResponse response) {
    Outcome<CalendarYear> outcome =
        switch (NoticeForm.read(fields)) {
          case Done<CalendarYear>(CalendarYear year) -> calendars.enter(year);
          case Refused<CalendarYear> refused -> refused;
        };
    return switch (outcome) {
      case Done<CalendarYear> done -> "redirect:" + PATH;
      case Refused<CalendarYear> refused -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Map<String, String> typed =
            fields.entrySet().stream()
                .filter(f -> !f.getKey().startsWith("_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        yield show(Form.of(typed).withFault(refused), model);
      }
    };
  }

  private String show(Form form, Model model) {
    WorkCalendar calendar = calendars.current();
    int next = LocalDate.ofInstant(clock.instant(), Words.ZONE).getYear() + 1;
    int last = calendar.listYears().getLast().year();
    List<YearView> years =
        java.util.stream.IntStream.iterate(Math.max(next, last), y -> y - 1)
            .limit(Math.max(next, last) - calendar.listYears().getFirst().year() + 1L)
            .mapToObj(
                y -> new YearView(y, calendar.findYear(y).orElse(null), calendar.listStatutory(y)))
            .toList();
    model.addAttribute("years", years);
    model.addAttribute("festivals", List.of(Festival.values()));
    model.addAttribute("mayEnter", Actor.getCurrent().hasAny(Role.SYSTEM_ADMINISTRATOR));
    model.addAttribute(
        "form",
        form.values().containsKey("year")
            ? form
            : form.with(
                "year", Integer.toString(calendar.findYear(next).isPresent() ? next + 1 : next)));
    return "calendar/calendar";
  }
}
