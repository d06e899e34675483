package io.zaikong.org;

import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Role;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OwnerStore {

  private final JdbcClient jdbc;

  OwnerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<DivisionCode> findSeat(Role role, DivisionCode division, LocalDate day) {
    return jdbc.sql("select seat from org.seat_of(?, ?, ?) as seat where seat is not null")
        .params(role.name(), division.value(), day)
        .query(String.class)
        .optional()
        .map(DivisionCode::new);
  }

  List<Long> listOwnPosts(LocalDate day) {
    return jdbc.sql("select post from org.own_posts(?) as post")
        .param(day)
        .query(Long.class)
        .list();
  }

  List<Long> listOpen(long accountId) {
    return jdbc.sql("select id from org.account where id = ? and closed_at is null")
        .param(accountId)
        .query(Long.class)
        .list();
  }

  List<Long> listHolding(long postId, LocalDate day) {
    return jdbc.sql(
            """
            select a.id from org.post_holding h join org.account a on a.person_id = h.person_id
            where h.post_id = :post and a.closed_at is null
              and h.valid_from <= :day and (h.valid_to is null or h.valid_to > :day)
            """)
        .param("post", postId)
        .param("day", day)
        .query(Long.class)
        .list();
  }

  List<Long> listWithRole(Role role, DivisionCode division, LocalDate day) {
    return jdbc.sql(
            """
            select a.id from org.account a join org.account_role r on r.account_id = a.id
            where a.division_code = :division and a.closed_at is null and r.role = :role
              and r.valid_from <= :day and (r.valid_to is null or r.valid_to >= :day)
            """)
        .param("division", division.value())
        .param("role", role.name())
        .param("day", day)
        .query(Long.class)
        .list();
  }

  List<Long> listOfEnterprise(Role role, long enterpriseId, LocalDate day) {
    return jdbc.sql(
            """
            select distinct a.id from org.account a
            join org.account_role r on r.account_id = a.id
            join org.account_scope s on s.account_id = a.id
            where s.enterprise_id = :enterprise and a.closed_at is null and r.role = :role
              and r.valid_from <= :day and (r.valid_to is null or r.valid_to >= :day)
              and s.valid_from <= :day and (s.valid_to is null or s.valid_to >= :day)
            """)
        .param("enterprise", enterpriseId)
        .param("role", role.name())
        .param("day", day)
        .query(Long.class)
        .list();
  }

  Map<Long, String> names(Collection<Long> accounts) {
    Map<Long, String> names = new HashMap<>();
    jdbc.sql(
            """
            select a.id, p.name from org.account a join org.person p on p.id = a.person_id
            where a.id = any (?::bigint[])
            """)
        .param(accounts.toArray(Long[]::new))
        .query(
            row -> {
              names.put(row.getLong("id"), row.getString("name"));
            });
    return names;
  }
}
