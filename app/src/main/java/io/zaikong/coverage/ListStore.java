package io.zaikong.coverage;

import io.zaikong.kit.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists from outside, their rows as they are taken in, and the first matching of these. */
@Repository
class ListStore {

  private static final String LISTS =
      """
      select l.id, l.division_code, l.origin, l.name, l.as_of, l.imported_at, l.imported_by,
        count(*) filter (where e.aside is null and e.match = 'CODE') as by_code,
        count(*) filter (where e.aside is null and e.match = 'NAME') as by_name,
        count(*) filter (where e.aside is null and e.match = 'PERSON') as by_person,
        count(*) filter (where e.aside is null and e.match = 'NONE') as unmatched,
        count(*) filter (where e.aside is not null) as aside
      from coverage.list l left join coverage.list_entry e on e.list_id = l.id
      """;

  private final JdbcClient jdbc;

  ListStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<OutsideList> list() {
    return jdbc.sql(LISTS + "group by l.id order by l.as_of desc, l.id desc")
        .query(ListStore::outsideList)
        .list();
  }

  Optional<OutsideList> find(long id) {
    return jdbc.sql(LISTS + "where l.id = ? group by l.id")
        .param(id)
        .query(ListStore::outsideList)
        .optional();
  }

  boolean exists(DivisionCode division, ListRow.Of list) {
    return jdbc.sql(
            """
            select exists (select from coverage.list where division_code = ? and origin = ? and name = ? and as_of = ?)
            """)
        .params(division.value(), list.origin().name(), list.name(), list.asOf())
        .query(Boolean.class)
        .single();
  }

  long insert(DivisionCode division, ListRow.Of list, String by, Instant at) {
    return jdbc.sql(
            """
            insert into coverage.list (division_code, origin, name, as_of, imported_at, imported_by)
            values (?, ?, ?, ?, ?, ?) returning id
            """)
        .params(
            division.value(),
            list.origin().name(),
            list.name(),
            list.asOf(),
            at.atOffset(ZoneOffset.UTC),
            by)
        .query(Long.class)
        .single();
  }

  void insertEntries(long list, List<ListRow> rows) {
    jdbc.sql(
            """
            insert into coverage.list_entry (list_id, row_no, credit_code, name, division_code, address, category)
            select :list, t.* from unnest(:rows::int[], :codes::text[], :names::text[], :divisions::text[],
              :addresses::text[], :categories::text[]) as t
            """)
        .param("list", list)
        .param("rows", column(rows, ListRow::rowNo, Integer[]::new))
        .param("codes", column(rows, r -> r.creditCode().isEmpty() ? null : r.creditCode()))
        .param("names", column(rows, ListRow::name))
        .param("divisions", column(rows, r -> r.division().value()))
        .param("addresses", column(rows, ListRow::address))
        .param("categories", column(rows, r -> r.category().name()))
        .update();
  }

  private static @Nullable String[] column(
      List<ListRow> rows, Function<ListRow, @Nullable String> value) {
    return column(rows, value, String[]::new);
  }

  private static <V> @Nullable V[] column(
      List<ListRow> rows, Function<ListRow, @Nullable V> value, IntFunction<@Nullable V[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  /**
   * Finds the enterprises of the rows that nobody has judged and that have none: by code, else by
   * the one enterprise of the district that bears or bore the name. A second row of one enterprise
   * is set aside as there twice.
   */
  void match(long list) {
    jdbc.sql(
            """
            with todo as (
              select id, row_no, credit_code, name_key, left(division_code, 6) as district from coverage.list_entry
              where list_id = :list and match = 'NONE' and aside is null and decided_by is null),
            known as (select id, division_code, name_key as key from enterprises.enterprise where merged_into is null
              union all select id, division_code, unnest(former_keys) from enterprises.enterprise where merged_into is null),
            by_code as (
              select t.id, coalesce(e.merged_into, e.id) as enterprise_id
              from todo t join enterprises.enterprise e on e.credit_code = t.credit_code),
            by_name as (
              select t.id, min(k.id) as enterprise_id
              from todo t join known k on k.key = t.name_key and left(k.division_code, 6) = t.district
              group by t.id having count(distinct k.id) = 1),
            found as (
              select t.id, t.row_no, coalesce(c.enterprise_id, n.enterprise_id) as enterprise_id,
                case when c.id is not null then 'CODE' else 'NAME' end as match
              from todo t left join by_code c on c.id = t.id left join by_name n on n.id = t.id
              where coalesce(c.enterprise_id, n.enterprise_id) is not null),
            ranked as (
              select f.*, row_number() over (partition by f.enterprise_id order by f.match, f.row_no) > 1
                or exists (select from coverage.list_entry o
                  where o.list_id = :list and o.enterprise_id = f.enterprise_id and o.aside is null) as again
              from found f)
            update coverage.list_entry l set match = r.match, enterprise_id = r.enterprise_id,
              aside = case when r.again then 'DUPLICATE' end
            from ranked r where l.id = r.id
            """)
        .param("list", list)
        .update();
  }

  /** Sets aside the rows without an enterprise that are there twice. */
  void setDoublesAside(long list) {
    jdbc.sql(
            """
            update coverage.list_entry l set aside = 'DUPLICATE'
            from (select id, row_number() over (partition by match_key order by row_no) as place from coverage.list_entry
                  where list_id = :list and aside is null and enterprise_id is null) d
            where d.id = l.id and d.place > 1 and l.decided_by is null
            """)
        .param("list", list)
        .update();
  }

  private static OutsideList outsideList(ResultSet row, int number) throws SQLException {
    return new OutsideList(
        row.getLong("id"),
        new DivisionCode(row.getString("division_code")),
        ListOrigin.valueOf(row.getString("origin")),
        row.getString("name"),
        row.getObject("as_of", LocalDate.class),
        row.getObject("imported_at", OffsetDateTime.class).toInstant(),
        row.getString("imported_by"),
        row.getLong("by_code"),
        row.getLong("by_name"),
        row.getLong("by_person"),
        row.getLong("unmatched"),
        row.getLong("aside"));
  }
}
