package io.zaikong.coverage;

import io.zaikong.enterprises.Category;
import io.zaikong.kit.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoundStore {

  private final JdbcClient jdbc;

  RoundStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The open ones first, then the newest. */
  List<Round> list(int limit) {
    return jdbc.sql("select * from coverage.round order by closed_at is null desc, id desc limit ?")
        .param(limit)
        .query(RoundStore::round)
        .list();
  }

  /** Empty when the division has an open one already. */
  Optional<Long> insert(DivisionCode division, Rounds.Draft draft, String by, Instant at) {
    return jdbc.sql(
            """
            insert into coverage.round (division_code, name, categories, opened_on, due_on, opened_at, opened_by)
            values (:division, :name, :categories::text[], :opened, :due, :at, :by)
            on conflict (division_code) where closed_at is null do nothing returning id
            """)
        .param("division", division.value())
        .param("name", draft.name().strip())
        .param("categories", names(draft.categories()))
        .param("opened", draft.openedOn())
        .param("due", draft.dueOn())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .query(Long.class)
        .optional();
  }

  void update(long id, Rounds.Draft draft) {
    jdbc.sql(
            """
            update coverage.round set name = :name, categories = :categories::text[], opened_on = :opened, due_on = :due
            where id = :id and closed_at is null
            """)
        .param("id", id)
        .param("name", draft.name().strip())
        .param("categories", names(draft.categories()))
        .param("opened", draft.openedOn())
        .param("due", draft.dueOn())
        .update();
  }

  void close(long id, String reason, String by, Instant at) {
    jdbc.sql(
            """
            update coverage.round set closed_at = :at, closed_by = :by, closed_reason = :reason
            where id = :id and closed_at is null
            """)
        .param("id", id)
        .param("reason", reason)
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static String[] names(Set<Category> categories) {
    return categories.stream().map(Enum::name).sorted().toArray(String[]::new);
  }

  private static Round round(ResultSet row, int number) throws SQLException {
    OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
    return new Round(
        row.getLong("id"),
        new DivisionCode(row.getString("division_code")),
        row.getString("name"),
        Arrays.stream((String[]) row.getArray("categories").getArray())
            .map(Category::valueOf)
            .collect(Collectors.toSet()),
        row.getObject("opened_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getString("opened_by"),
        closed == null ? null : closed.toInstant(),
        Objects.requireNonNullElse(row.getString("closed_reason"), ""));
  }
}
