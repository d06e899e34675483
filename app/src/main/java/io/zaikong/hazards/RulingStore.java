package io.zaikong.hazards;

import io.zaikong.hazards.Rulings.Ruling;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RulingStore {

  private final JdbcClient jdbc;

  RulingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The latest ruling on each row. */
  List<Ruling> listStanding(String edition) {
    return jdbc.sql(
            """
            select distinct on (table1_no) table1_no, beta, reason, ruled_by
            from hazards.beta_ruling where edition = ? order by table1_no, id desc
            """)
        .param(edition)
        .query(Ruling.class)
        .list();
  }

  void insert(String edition, Ruling ruling, Instant at) {
    jdbc.sql(
            """
            insert into hazards.beta_ruling (edition, table1_no, beta, reason, ruled_by, ruled_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            edition,
            ruling.table1No(),
            ruling.beta(),
            ruling.reason(),
            ruling.ruledBy(),
            at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
