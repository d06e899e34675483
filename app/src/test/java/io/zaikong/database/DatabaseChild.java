package io.zaikong.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The main class of a process that opens a folder's database, commits a row and waits. */
final class DatabaseChild {

  private DatabaseChild() {}

  public static void main(String[] args) throws Exception {
    DataFolder folder = DataFolder.open(Path.of(args[0]));
    Database database = Database.open(folder, Map.of(), System.out::println);
    DatabaseSettings settings = database.settings();
    try (Connection owner = Connections.open(settings.url(), settings.owner());
        var statement = owner.createStatement()) {
      statement.execute("create schema if not exists kept");
      statement.execute("create table if not exists kept.acts (n int)");
      statement.execute("insert into kept.acts values (1)");
    }
    System.out.println("committed");
    new CountDownLatch(1).await();
  }
}
