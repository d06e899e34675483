package io.zaikong.org;

import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.DivisionCode.Level;
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

  Optional<Division> findCity() {
    return jdbc.sql(
            "select code, name from org.division where level = 'CITY' order by code limit 1")
        .query(DivisionStore::division)
        .optional();
  }

  Optional<Division> find(DivisionCode code) {
    return jdbc.sql("select code, name from org.division where code = ?")
        .param(code.value())
        .query(DivisionStore::division)
        .optional();
  }

  List<Division> listBelow(DivisionCode parent) {
    Level below = Level.values()[Math.min(parent.level().ordinal() + 1, Level.VILLAGE.ordinal())];
    return jdbc.sql(
            """
            select code, name from org.division
            where shell.codes_in(?) @> code and level = ? and code <> ? and valid_to is null order by code
            """)
        .params(parent.value(), below.name(), parent.value())
        .query(DivisionStore::division)
        .list();
  }

  Map<String, String> names(Collection<String> codes) {
    Map<String, String> names = new HashMap<>();
    jdbc.sql("select code, name from org.division where code = any (?::text[])")
        .param(codes.toArray(String[]::new))
        .query(DivisionStore::division)
        .list()
        .forEach(d -> names.put(d.code().value(), d.name()));
    return names;
  }

  private static Division division(ResultSet row, int number) throws SQLException {
    return new Division(new DivisionCode(row.getString("code")), row.getString("name"));
  }
}
