package io.zaikong.calendar;

import io.zaikong.kit.CalendarYear;
import io.zaikong.kit.CalendarYear.Holiday;
import io.zaikong.kit.Festival;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CalendarStore {

  private final JdbcClient jdbc;

  CalendarStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(int year, String notice, Holiday holiday) {}

  /** The latest entry of each year. */
  List<CalendarYear> list() {
    List<Row> rows =
        jdbc.sql(
                """
                select y.year, y.notice, h.festival, h.from_date, h.to_date, h.make_up
                from (select distinct on (year) id, year, notice from calendar.year order by year, id desc) as y
                join calendar.holiday h on h.year_id = y.id
                order by y.year, h.from_date
                """)
            .query(CalendarStore::row)
            .list();
    Map<Integer, List<Row>> byYear = new LinkedHashMap<>();
    rows.forEach(row -> byYear.computeIfAbsent(row.year(), y -> new ArrayList<>()).add(row));
    return byYear.values().stream()
        .map(
            of ->
                new CalendarYear(
                    of.getFirst().year(),
                    of.getFirst().notice(),
                    true,
                    of.stream().map(Row::holiday).toList()))
        .toList();
  }

  long insert(CalendarYear year, String by, Instant at) {
    long id =
        jdbc.sql(
                """
                insert into calendar.year (year, notice, entered_at, entered_by) values (?, ?, ?, ?) returning id
                """)
            .params(year.year(), year.notice(), at.atOffset(ZoneOffset.UTC), by)
            .query(Long.class)
            .single();
    for (Holiday holiday : year.holidays()) {
      jdbc.sql(
              """
              insert into calendar.holiday (year_id, festival, from_date, to_date, make_up)
              values (?, ?, ?, ?, ?::date[])
              """)
          .params(
              id,
              holiday.festival().name(),
              holiday.from(),
              holiday.to(),
              holiday.makeUp().stream().map(LocalDate::toString).toArray(String[]::new))
          .update();
    }
    return id;
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    java.sql.Date[] makeUp = (java.sql.Date[]) row.getArray("make_up").getArray();
    return new Row(
        row.getInt("year"),
        row.getString("notice"),
        new Holiday(
            Festival.valueOf(row.getString("festival")),
            row.getObject("from_date", LocalDate.class),
            row.getObject("to_date", LocalDate.class),
            Stream.of(makeUp).map(java.sql.Date::toLocalDate).toList()));
  }
}
