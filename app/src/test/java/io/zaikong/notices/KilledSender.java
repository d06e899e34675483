package io.zaikong.notices;

import com.zaxxer.hikari.HikariDataSource;
import io.zaikong.notices.Gateway.Kind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;

/** A process that sends what is due, to be killed. Arguments: URL, user, password, data folder. */
final class KilledSender {

  private KilledSender() {}

  public static void main(String[] args) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(args[0]);
    pool.setUsername(args[1]);
    pool.setPassword(args[2]);
    pool.setMaximumPoolSize(2);
    Clock clock = Clock.fixed(NoticeContext.START, ZoneOffset.UTC);
    DeliveryWorker worker =
        NoticeContext.over(pool, clock, Path.of(args[3])).getBean(DeliveryWorker.class);
    worker.address();
    worker.sendDue(Kind.HOOK);
  }
}
