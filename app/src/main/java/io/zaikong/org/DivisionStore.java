package io.zaikong.org;

import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.DivisionCode.Level;
import io.zaikong.org.Divisions.Dated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DivisionStore {

  private final JdbcClient jdbc;

  DivisionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insertAll(List<Division> divisions, LocalDate from) {
    jdbc.sql(
            """
            insert into org.division (code, name, level, valid_from)
            select code, name, level, ? from unnest(?::text[], ?::text[], ?::text[]) as d (code, name, level)
            on conflict (code) do nothing
            """)
        .params(
            from,
            divisions.stream().map(d -> d.code().value()).toArray(String[]::new),
            divisions.stream().map(Division::name).toArray(String[]::new),
            divisions.stream().map(d -> d.code().level().name()).toArray(String[]::new))
        .update();
  }

  /** False when the code was ever given. */
  boolean insert(Division division, LocalDate from) {
    return jdbc.sql(
                """
                insert into org.division (code, name, level, valid_from) values (?, ?, ?, ?)
                on conflict (code) do nothing
                """)
            .params(division.code().value(), division.name(), division.code().level().name(), from)
            .update()
        == 1;
  }

  void end(DivisionCode code, LocalDate day) {
    jdbc.sql("update org.division set valid_to = ? where code = ?")
        .params(day, code.value())
        .update();
  }

  /** Whether a division below it stands on the day or later. */
  boolean isParent(DivisionCode code, LocalDate day) {
    return jdbc.sql(
            """
            select exists (select from org.division
              where shell.codes_in(?) @> code and code <> ? and (valid_to is null or valid_to > ?))
            """)
        .params(code.value(), code.value(), day)
        .query(Boolean.class)
        .single();
  }

  /** Whether an agency, a delegation or an open account is there on the day or later. */
  boolean isInUse(DivisionCode code, LocalDate day) {
    return jdbc.sql(
            """
            select exists (select from org.agency
                where shell.codes_in(:code) @> division_code and (valid_to is null or valid_to > :day))
              or exists (select from org.delegation
                where shell.codes_in(:code) @> township_code and (valid_to is null or valid_to > :day))
              or exists (select from org.account
                where shell.codes_in(:code) @> division_code and closed_at is null)
            """)
        .param("code", code.value())
        .param("day", day)
        .query(Boolean.class)
        .single();
  }

  Optional<Division> findCity() {
    return jdbc.sql(
            """
            select code, name, valid_from, valid_to from org.division where level = 'CITY' order by code limit 1
            """)
        .query(DivisionStore::division)
        .optional()
        .map(Dated::division);
  }

  Optional<Dated> find(DivisionCode code) {
    return jdbc.sql("select code, name, valid_from, valid_to from org.division where code = ?")
        .param(code.value())
        .query(DivisionStore::division)
        .optional();
  }

  List<Dated> listBelow(DivisionCode parent) {
    Level below = Level.values()[Math.min(parent.level().ordinal() + 1, Level.VILLAGE.ordinal())];
    return jdbc.sql(
            """
            select code, name, valid_from, valid_to from org.division
            where shell.codes_in(?) @> code and level = ? and code <> ? order by code
            """)
        .params(parent.value(), below.name(), parent.value())
        .query(DivisionStore::division)
        .list();
  }

  List<Dated> search(String text, long offset, int limit) {
    return jdbc.sql(
            """
            select code, name, valid_from, valid_to from org.division
            where position(:text in name) > 0 or starts_with(code, :text)
            order by length(code), code offset :offset limit :limit
            """)
        .param("text", text)
        .param("offset", offset)
        .param("limit", limit)
        .query(DivisionStore::division)
        .list();
  }

  long count(String text) {
    return jdbc.sql(
            """
            select count(*) from org.division where position(:text in name) > 0 or starts_with(code, :text)
            """)
        .param("text", text)
        .query(Long.class)
        .single();
  }

  Map<String, String> names(Collection<String> codes) {
    Map<String, String> names = new HashMap<>();
    jdbc.sql("select code, name from org.division where code = any (?::text[])")
        .param(codes.toArray(String[]::new))
        .query((row, number) -> names.put(row.getString("code"), row.getString("name")))
        .list();
    return names;
  }

  private static Dated division(ResultSet row, int number) throws SQLException {
    return new Dated(
        new Division(new DivisionCode(row.getString("code")), row.getString("name")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }
}
