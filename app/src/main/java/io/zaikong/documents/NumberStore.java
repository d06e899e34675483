package io.zaikong.documents;

import io.zaikong.kit.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NumberStore {

  private final JdbcClient jdbc;

  NumberStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<NumberSeries> list() {
    return jdbc.sql("select * from documents.series order by division_code, issuer, kind")
        .query(NumberStore::series)
        .list();
  }

  Optional<NumberSeries> find(long id) {
    return jdbc.sql("select * from documents.series where id = ?")
        .param(id)
        .query(NumberStore::series)
        .optional();
  }

  /** Empty when the agency has one of the kind already, or anybody has the word. */
  Optional<Long> insert(NumberSeries series, String by, Instant at) {
    return jdbc.sql(
            """
            insert into documents.series (division_code, issuer, kind, word, created_at, created_by)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing returning id
            """)
        .params(
            series.division().value(),
            series.issuer(),
            series.kind(),
            series.word(),
            at.atOffset(ZoneOffset.UTC),
            by)
        .query(Long.class)
        .optional();
  }

  /** False when a number of the year was issued already, or a higher one is known from paper. */
  boolean begin(long seriesId, int year, int last) {
    return jdbc.sql(
                """
                insert into documents.counter as c (series_id, year, last) values (?, ?, ?)
                on conflict (series_id, year) do update set last = excluded.last
                where c.last < excluded.last
                  and not exists (select from documents.issued i where i.series_id = c.series_id and i.year = c.year)
                """)
            .params(seriesId, year, last)
            .update()
        == 1;
  }

  /** The next number is above this one, whatever was given before. */
  void raise(long seriesId, int year, int number) {
    jdbc.sql(
            """
            insert into documents.counter as c (series_id, year, last) values (?, ?, ?)
            on conflict (series_id, year) do update set last = greatest(c.last, excluded.last)
            """)
        .params(seriesId, year, number)
        .update();
  }

  /** The last numbers of a year, by series; none where none was given. */
  Map<Long, Integer> lastOf(int year) {
    Map<Long, Integer> last = new HashMap<>();
    jdbc.sql("select series_id, last from documents.counter where year = ?")
        .param(year)
        .query(
            row -> {
              last.put(row.getLong("series_id"), row.getInt("last"));
            });
    return last;
  }

  /** The next number; others who want one of the series wait for the end of this transaction. */
  int take(long seriesId, int year) {
    return jdbc.sql(
            """
            insert into documents.counter as c (series_id, year, last) values (?, ?, 1)
            on conflict (series_id, year) do update set last = c.last + 1 returning last
            """)
        .params(seriesId, year)
        .query(Integer.class)
        .single();
  }

  private static NumberSeries series(ResultSet row, int number) throws SQLException {
    return new NumberSeries(
        row.getLong("id"),
        new DivisionCode(row.getString("division_code")),
        row.getString("issuer"),
        row.getString("kind"),
        row.getString("word"));
  }
}
