package io.zaikong.shell;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SettingStore {

  private final JdbcClient jdbc;

  SettingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<String> find(String key) {
    return jdbc.sql("select value from shell.setting where key = ?")
        .param(key)
        .query(String.class)
        .optional();
  }

  void put(String key, String value, String changedBy, Instant at) {
    jdbc.sql(
            """
            insert into shell.setting (key, value, changed_at, changed_by) values (?, ?, ?, ?)
            on conflict (key) do update
              set value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """)
        .params(key, value, at.atOffset(ZoneOffset.UTC), changedBy)
        .update();
  }
}
