package io.zaikong.kit;

import io.zaikong.kit.CalendarYear.Holiday;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The packaged holidays: two tables of notices, one of lunar festivals. */
final class HolidayFiles {

  /** Order 795 art. 2: the holidays that do not follow the moon or the sun. */
  static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 2),
          MonthDay.of(10, 1),
          MonthDay.of(10, 2),
          MonthDay.of(10, 3));

  /** Order 795 art. 2 (2): the eve and the first three days. */
  private static final int SPRING_FESTIVAL_DAYS = 4;

  private HolidayFiles() {}

  static List<CalendarYear> years() {
    Map<Integer, List<Holiday>> holidays = new HashMap<>();
    for (String[] row : rows("holidays.csv", 5)) {
      holidays
          .computeIfAbsent(Integer.valueOf(row[0]), year -> new ArrayList<>())
          .add(
              new Holiday(
                  Festival.valueOf(row[1]),
                  LocalDate.parse(row[2]),
                  LocalDate.parse(row[3]),
                  Stream.of(row[4].split(" "))
                      .filter(d -> !d.isEmpty())
                      .map(LocalDate::parse)
                      .toList()));
    }
    return rows("holiday-notices.csv", 3).stream()
        .map(
            row ->
                new CalendarYear(
                    Integer.parseInt(row[0]),
                    row[1],
                    row[2].equals("NOTICE"),
                    holidays.getOrDefault(Integer.valueOf(row[0]), List.of())))
        .toList();
  }

  /** The movable statutory holidays by year. */
  static Map<Integer, Set<LocalDate>> statutory() {
    Map<Integer, Set<LocalDate>> days = new HashMap<>();
    for (String[] row : rows("festivals.csv", 5)) {
      LocalDate eve = LocalDate.parse(row[0] + "-" + row[1]).minusDays(1);
      Stream<LocalDate> spring = eve.datesUntil(eve.plusDays(SPRING_FESTIVAL_DAYS));
      Stream<LocalDate> others =
          Stream.of(row).skip(2).map(day -> LocalDate.parse(row[0] + "-" + day));
      days.put(
          Integer.valueOf(row[0]),
          Stream.concat(spring, others).collect(java.util.stream.Collectors.toUnmodifiableSet()));
    }
    return Map.copyOf(days);
  }

  /** The rows below the head line; lines of {@code #} are comments. */
  private static List<String[]> rows(String name, int columns) {
    var stream = Objects.requireNonNull(HolidayFiles.class.getResourceAsStream(name), name);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split(",", columns))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
