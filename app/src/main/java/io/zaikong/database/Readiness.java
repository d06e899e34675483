package io.zaikong.database;

import java.sql.SQLException;
import java.time.Duration;

/** Asks a server that was just started until it answers. */
record Readiness(String url, Credentials user) {

  private static final Duration SILENT_LIMIT = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final String STARTING = "57P03";

  /**
   * A server that says it is recovering is waited for without limit, one that says nothing for a
   * minute is ended.
   *
   * @return false when the process ended or was ended
   */
  boolean await(Process server) throws InterruptedException {
    long heard = System.nanoTime();
    while (server.isAlive()) {
      try (var connection = Connections.open(url, user)) {
        return connection.isValid(0);
      } catch (SQLException e) {
        if (STARTING.equals(e.getSQLState())) {
          heard = System.nanoTime();
        }
      }
      if (System.nanoTime() - heard > SILENT_LIMIT.toNanos()) {
        server.destroyForcibly();
        return false;
      }
      Thread.sleep(LOOK);
    }
    return false;
  }
}
