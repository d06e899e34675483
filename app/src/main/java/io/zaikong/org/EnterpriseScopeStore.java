package io.zaikong.org;

import io.zaikong.kit.DivisionCode;
import io.zaikong.org.EnterpriseScopes.Holder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EnterpriseScopeStore {

  private static final String HOLDERS =
      """
      select s.id, s.account_id, a.username, coalesce(p.name, '') as person_name, a.division_code, s.assignment,
        s.valid_from, s.valid_to
      from org.account_scope s join org.account a on a.id = s.account_id and a.closed_at is null
      left join org.person p on p.id = a.person_id
      where s.enterprise_id = :enterprise
        and (s.valid_to is null or s.valid_to >= greatest(s.valid_from, :day))
      order by a.username, s.id
      """;

  private final JdbcClient jdbc;

  EnterpriseScopeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A scope that was made of another. */
  record Begun(
      long accountId, @Nullable String assignment, LocalDate from, @Nullable LocalDate to) {}

  List<Holder> list(long enterpriseId, LocalDate day) {
    return jdbc.sql(HOLDERS)
        .param("enterprise", enterpriseId)
        .param("day", day)
        .query(EnterpriseScopeStore::holder)
        .list();
  }

  /** As {@link #list}; who would change one of them waits. */
  List<Holder> lock(long enterpriseId, LocalDate day) {
    return jdbc.sql(HOLDERS + "for update of s")
        .param("enterprise", enterpriseId)
        .param("day", day)
        .query(EnterpriseScopeStore::holder)
        .list();
  }

  boolean isHeldBeyondReach(long enterpriseId) {
    return jdbc.sql("select org.enterprise_held_beyond_reach(?)")
        .param(enterpriseId)
        .query(Boolean.class)
        .single();
  }

  /**
   * The same scopes on another enterprise, from the day on; those that are there already are not
   * made twice.
   */
  List<Begun> copy(List<Long> scopes, long enterpriseId, LocalDate day) {
    return jdbc.sql(
            """
            insert into org.account_scope (account_id, enterprise_id, assignment, valid_from, valid_to)
            select distinct s.account_id, :enterprise::bigint, s.assignment, greatest(s.valid_from, :day), s.valid_to
            from org.account_scope s
            where s.id = any (:scopes::bigint[])
              and not exists (select from org.account_scope o
                where o.account_id = s.account_id and o.enterprise_id = :enterprise
                  and o.assignment is not distinct from s.assignment
                  and o.valid_from <= greatest(s.valid_from, :day)
                  and (o.valid_to is null or o.valid_to >= s.valid_to))
            returning account_id, assignment, valid_from, valid_to
            """)
        .param("scopes", scopes.toArray(Long[]::new))
        .param("enterprise", enterpriseId)
        .param("day", day)
        .query(
            (row, number) ->
                new Begun(
                    row.getLong("account_id"),
                    row.getString("assignment"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class)))
        .list();
  }

  void end(List<Long> scopes, LocalDate lastDay) {
    jdbc.sql(
            """
            update org.account_scope set valid_to = greatest(valid_from - 1, :day) where id = any (:scopes::bigint[])
            """)
        .param("scopes", scopes.toArray(Long[]::new))
        .param("day", lastDay)
        .update();
  }

  private static Holder holder(ResultSet row, int number) throws SQLException {
    return new Holder(
        row.getLong("id"),
        row.getLong("account_id"),
        row.getString("username"),
        row.getString("person_name"),
        new DivisionCode(row.getString("division_code")),
        row.getString("assignment"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }
}
