package io.zaikong.coverage;

import io.zaikong.enterprises.Category;
import io.zaikong.kit.DivisionCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what the census and the lists have, and have in common. */
@Repository
class EstimateStore {

  private final JdbcClient jdbc;

  EstimateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A list's rows that count, and those of them that the census has received. */
  record InList(long list, long n2, long both) {}

  /**
   * Who stands where is asked once, whatever the planner knows of a list that was imported a moment
   * ago.
   */
  List<InList> listInLists(
      long round, LocalDate today, @Nullable DivisionCode division, @Nullable Category category) {
    return jdbc.sql(
            """
            with received as materialized (select s.enterprise_id from coverage.standing(:round, :today) s
              where s.received and s.state <> 'EXCUSED'
                and (:division::text is null or s.division_code <@ (select shell.codes_in(:division)))
                and (:category::text is null or s.categories @> array[:category]::text[]))
            select l.list_id, count(*) as n2, count(s.enterprise_id) as in_both
            from coverage.list_entry l
            left join received s on s.enterprise_id = l.enterprise_id
            where l.aside is null
              and (:division::text is null or l.division_code <@ (select shell.codes_in(:division)))
              and (:category::text is null or l.category = :category)
            group by l.list_id
            """)
        .params(parameters(division, category))
        .param("round", round)
        .param("today", today)
        .query(
            (row, number) ->
                new InList(row.getLong("list_id"), row.getLong("n2"), row.getLong("in_both")))
        .list();
  }

  /** Two lists and their rows in common. */
  record Common(long one, long other, long both) {}

  List<Common> listCommon(@Nullable DivisionCode division, @Nullable Category category) {
    return jdbc.sql(
            """
            with counted as (select l.list_id, l.match_key from coverage.list_entry l
              where l.aside is null
                and (:division::text is null or l.division_code <@ (select shell.codes_in(:division)))
                and (:category::text is null or l.category = :category))
            select a.list_id as one, b.list_id as other, count(distinct a.match_key) as in_both
            from counted a join counted b on b.match_key = a.match_key and b.list_id > a.list_id
            group by 1, 2
            """)
        .params(parameters(division, category))
        .query(
            (row, number) ->
                new Common(row.getLong("one"), row.getLong("other"), row.getLong("in_both")))
        .list();
  }

  private static Map<String, @Nullable Object> parameters(
      @Nullable DivisionCode division, @Nullable Category category) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("division", division == null ? null : division.value());
    parameters.put("category", category == null ? null : category.name());
    return parameters;
  }
}
