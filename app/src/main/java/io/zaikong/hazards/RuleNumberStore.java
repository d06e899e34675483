package io.zaikong.hazards;

import io.zaikong.hazards.RuleNumbers.Setting;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Numbers that the city set; never overwritten. */
@Repository
class RuleNumberStore {

  private final JdbcClient jdbc;

  RuleNumberStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<String, BigDecimal> listStanding() {
    Map<String, BigDecimal> standing = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (name) name, value from hazards.rule_number order by name, id desc
            """)
        .query((row, number) -> standing.put(row.getString("name"), row.getBigDecimal("value")))
        .list();
    return standing;
  }

  List<Setting> list(String name) {
    return jdbc.sql(
            """
            select name, value, reason, set_by, set_at from hazards.rule_number where name = ? order by id desc
            """)
        .param(name)
        .query(RuleNumberStore::setting)
        .list();
  }

  void insert(String name, BigDecimal value, String reason, String by, Instant at) {
    jdbc.sql(
            """
            insert into hazards.rule_number (name, value, reason, set_by, set_at) values (?, ?, ?, ?, ?)
            """)
        .params(name, value, reason, by, at.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Setting setting(ResultSet row, int number) throws SQLException {
    return new Setting(
        row.getString("name"),
        row.getBigDecimal("value"),
        row.getString("reason"),
        row.getString("set_by"),
        row.getObject("set_at", OffsetDateTime.class).toInstant());
  }
}
