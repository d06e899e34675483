package io.zaikong.coverage;

import io.zaikong.coverage.ListEntry.Aside;
import io.zaikong.coverage.ListEntry.Match;
import io.zaikong.enterprises.Category;
import io.zaikong.kit.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of lists, and what people decide about them. */
@Repository
class EntryStore {

  private static final String ENTRIES =
      """
      select l.*, e.name as enterprise_name, e.credit_code as enterprise_code
      from coverage.list_entry l left join enterprises.enterprise e on e.id = l.enterprise_id
      """;

  /** The one condition of the rows, their count, and what an estimate counts. */
  private static final String CONDITION =
      """
      where l.list_id = :list
        and (:division::text is null or l.division_code <@ (select shell.codes_in(:division)))
        and (:category::text is null or l.category = :category)
        and (:show::text is null or :show = 'ASIDE' and l.aside is not null
             or l.aside is null and (:show in ('COUNTED', 'RECEIVED') or l.match = :show))
        and (:show is distinct from 'RECEIVED' or l.enterprise_id in (
             select s.enterprise_id from coverage.standing(:round, :today) s where s.received and s.state <> 'EXCUSED'
               and (:division::text is null or s.division_code <@ (select shell.codes_in(:division)))
               and (:category::text is null or s.categories @> array[:category]::text[])))
        and (:also::bigint is null or l.match_key in (select o.match_key from coverage.list_entry o
             where o.list_id = :also and o.aside is null
               and (:division::text is null or o.division_code <@ (select shell.codes_in(:division)))
               and (:category::text is null or o.category = :category)))
        and (:text::text is null or position(:text in l.name) > 0)
      """;

  private final JdbcClient jdbc;

  EntryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ListEntry> list(
      long list, long round, LocalDate today, EntryFilter filter, long offset, int limit) {
    return jdbc.sql(ENTRIES + CONDITION + "order by l.row_no offset :offset limit :limit")
        .params(parameters(list, round, today, filter))
        .param("offset", offset)
        .param("limit", limit)
        .query(EntryStore::entry)
        .list();
  }

  long count(long list, long round, LocalDate today, EntryFilter filter) {
    return jdbc.sql("select count(*) from coverage.list_entry l\n" + CONDITION)
        .params(parameters(list, round, today, filter))
        .query(Long.class)
        .single();
  }

  Optional<ListEntry> find(long id) {
    return jdbc.sql(ENTRIES + "where l.id = ?").param(id).query(EntryStore::entry).optional();
  }

  /** Which row of the same list counts for the enterprise already. */
  Optional<Integer> findRow(long list, long enterpriseId) {
    return jdbc.sql(
            "select row_no from coverage.list_entry where list_id = ? and enterprise_id = ? and"
                + " aside is null")
        .params(list, enterpriseId)
        .query(Integer.class)
        .optional();
  }

  void link(long id, @Nullable Long enterpriseId, String by, Instant at) {
    jdbc.sql(
            """
            update coverage.list_entry set enterprise_id = :enterprise::bigint,
              match = case when :enterprise::bigint is null then 'NONE' else 'PERSON' end,
              decided_at = :at, decided_by = :by where id = :id
            """)
        .param("id", id)
        .param("enterprise", enterpriseId)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .update();
  }

  void setAside(long id, @Nullable Aside aside, String note, String by, Instant at) {
    jdbc.sql(
            """
            update coverage.list_entry set aside = :aside::text, aside_note = :note, decided_at = :at, decided_by = :by
            where id = :id
            """)
        .param("id", id)
        .param("aside", aside == null ? null : aside.name())
        .param("note", note)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .update();
  }

  /**
   * Rows of an enterprise that was merged; one whose list has the survivor already is set aside.
   */
  void move(long from, long to) {
    jdbc.sql(
            """
            update coverage.list_entry l set enterprise_id = :to,
              aside = case when l.aside is null and exists (select from coverage.list_entry o where o.list_id = l.list_id
                and o.enterprise_id = :to and o.aside is null) then 'DUPLICATE' else l.aside end
            where l.enterprise_id = :from
            """)
        .param("from", from)
        .param("to", to)
        .update();
  }

  private static Map<String, @Nullable Object> parameters(
      long list, long round, LocalDate today, EntryFilter filter) {
    DivisionCode division = filter.division();
    Category category = filter.category();
    EntryFilter.Show show = filter.show();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("list", list);
    parameters.put("round", round);
    parameters.put("today", today);
    parameters.put("division", division == null ? null : division.value());
    parameters.put("category", category == null ? null : category.name());
    parameters.put("show", show == null ? null : show.name());
    parameters.put("also", filter.also());
    parameters.put("text", filter.text());
    return parameters;
  }

  private static ListEntry entry(ResultSet row, int number) throws SQLException {
    String aside = row.getString("aside");
    return new ListEntry(
        row.getLong("id"),
        row.getLong("list_id"),
        row.getInt("row_no"),
        Objects.requireNonNullElse(row.getString("credit_code"), ""),
        row.getString("name"),
        new DivisionCode(row.getString("division_code")),
        row.getString("address"),
        Category.valueOf(row.getString("category")),
        Match.valueOf(row.getString("match")),
        row.getObject("enterprise_id", Long.class),
        Objects.requireNonNullElse(row.getString("enterprise_name"), ""),
        Objects.requireNonNullElse(row.getString("enterprise_code"), ""),
        aside == null ? null : Aside.valueOf(aside),
        row.getString("aside_note"),
        Objects.requireNonNullElse(row.getString("decided_by"), ""));
  }
}
