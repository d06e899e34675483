package io.zaikong.notices;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContactStore {

  private final JdbcClient jdbc;

  ContactStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<Channel, String> find(long accountId) {
    Map<Channel, String> found = new EnumMap<>(Channel.class);
    jdbc.sql("select channel, address from notices.contact where account_id = ?")
        .param(accountId)
        .query(
            row -> {
              found.put(Channel.valueOf(row.getString("channel")), row.getString("address"));
            });
    return found;
  }

  /** Sets the address, or removes it when it is empty. */
  void put(long accountId, Channel channel, String address, Instant at) {
    if (address.isEmpty()) {
      jdbc.sql("delete from notices.contact where account_id = ? and channel = ?")
          .params(accountId, channel.name())
          .update();
      return;
    }
    jdbc.sql(
            """
            insert into notices.contact (account_id, channel, address, changed_at) values (?, ?, ?, ?)
            on conflict (account_id, channel)
              do update set address = excluded.address, changed_at = excluded.changed_at
            """)
        .params(accountId, channel.name(), address, at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
