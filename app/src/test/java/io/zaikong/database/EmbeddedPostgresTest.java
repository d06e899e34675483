package io.zaikong.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zaikong.ChildJvm;
import io.zaikong.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private Path path = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    path = TestPostgres.newFolder().toRealPath();
  }

  @AfterEach
  void removeFolder() {
    TestPostgres.delete(path);
  }

  @Test
  void aKilledServerIsStartedAgainAndThePoolRecovers() throws Exception {
    try (DataFolder folder = DataFolder.open(path);
        Database database = Database.open(folder, Map.of(), line -> {});
        HikariDataSource pool = pool(database.settings())) {
      assertThat(number(pool, "select 1")).isEqualTo(1);
      long server = Leftovers.findPostmaster(folder.databaseFiles()).orElseThrow();

      HostTools.signal("KILL", server);

      Eventually.within(
          SOON,
          () ->
              Leftovers.findPostmaster(folder.databaseFiles())
                  .filter(p -> p != server)
                  .isPresent());
      Eventually.within(SOON, () -> number(pool, "select 2") == 2);
      for (int i = 0; i < 100; i++) {
        assertThat(number(pool, "select 3")).isEqualTo(3);
      }
    }
  }

  @Test
  void whenTheApplicationIsKilledTheServerEndsAndWhatWasCommittedIsThereAtTheNextStart()
      throws Exception {
    Path data = path.resolve("pgdata");
    try (ChildJvm child =
        ChildJvm.start(path.resolve("child.log"), DatabaseChild.class.getName(), path.toString())) {
      child.awaitOutput("committed", SOON);
      assertThat(Leftovers.listProcesses(data)).isNotEmpty();

      child.kill();

      Eventually.within(SOON, () -> Leftovers.listProcesses(data).isEmpty());
    }
    assertThat(committedActs()).isEqualTo(1);
  }

  @Test
  void aStartRightAfterAKillWaitsForTheOldServer() throws Exception {
    try (ChildJvm child =
        ChildJvm.start(path.resolve("child.log"), DatabaseChild.class.getName(), path.toString())) {
      child.awaitOutput("committed", SOON);
      child.kill();
      assertThat(committedActs()).isEqualTo(1);
    }
  }

  @Test
  void aSecondProcessOnTheFolderIsRefusedByNameOfFolderAndHolder() throws Exception {
    try (DataFolder held = DataFolder.open(path);
        ChildJvm child =
            ChildJvm.start(
                path.resolve("child.log"), DatabaseChild.class.getName(), path.toString())) {
      assertThat(child.awaitEnd(SOON)).isNotZero();
      assertThat(child.output())
          .contains(held.path().toString())
          .contains("进程 " + ProcessHandle.current().pid())
          .contains("in use by process " + ProcessHandle.current().pid());
      assertThatThrownBy(() -> DataFolder.open(path))
          .isInstanceOf(DatabaseUnavailableException.class);
    }
  }

  @Test
  void aFirstStartThatWasKilledInTheMiddleIsRepeated() throws Exception {
    Files.createDirectories(path.resolve("pgdata.new/base"));
    Files.writeString(path.resolve("pgdata.new/PG_VERSION"), "18");
    Files.writeString(path.resolve("pgdata.password"), "old");
    Files.createDirectories(path.resolve("pg-18.6.0.new/bin"));
    assertThat(answers()).isTrue();
    assertThat(path.resolve("pgdata.password")).doesNotExist();
    assertThat(path.resolve("pgdata.new")).doesNotExist();
  }

  @Test
  void aStaleLockFileThatNamesAnotherLivingProcessDoesNotStopTheStart() throws Exception {
    assertThat(answers()).isTrue();
    Files.writeString(
        path.resolve("pgdata/postmaster.pid"),
        "%d\n%s\n0\n15999\n\n127.0.0.1\n".formatted(ProcessHandle.current().pid(), path));
    assertThat(answers()).isTrue();
  }

  @Test
  void aSideCommandWorksWhetherTheServerRunsOrNot() throws Exception {
    try (DataFolder folder = DataFolder.open(path);
        Database running = Database.open(folder, Map.of(), line -> {});
        Database attached = Database.attach(path, Map.of())) {
      assertThat(attached.settings()).isEqualTo(running.settings());
    }
    try (Database started = Database.attach(path, Map.of());
        Connection connection =
            Connections.open(started.settings().url(), started.settings().app())) {
      assertThat(connection.isValid(1)).isTrue();
    }
    assertThat(Leftovers.listProcesses(path.resolve("pgdata"))).isEmpty();
    assertThatThrownBy(() -> Database.attach(path.resolve("none"), Map.of()))
        .hasMessageContaining("no database");
  }

  @Test
  void theSecretsAreReadableByTheirOwnerOnly() throws Exception {
    Secrets made = Secrets.loadOrCreate(path);
    assertThat(Files.getPosixFilePermissions(path.resolve("secrets")))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    assertThat(Secrets.loadOrCreate(path)).isEqualTo(made);
    assertThat(made.toString()).doesNotContain(made.app());
  }

  private boolean answers() throws SQLException {
    try (DataFolder folder = DataFolder.open(path);
        EmbeddedPostgres server = EmbeddedPostgres.start(folder, false, line -> {});
        Connection connection = Connections.open(server.url("postgres"), server.superuser())) {
      return connection.isValid(1);
    }
  }

  private int committedActs() throws SQLException {
    try (DataFolder folder = DataFolder.open(path);
        Database database = Database.open(folder, Map.of(), line -> {});
        Connection owner =
            Connections.open(database.settings().url(), database.settings().owner())) {
      return number(owner, "select count(*) from kept.acts");
    }
  }

  private static HikariDataSource pool(DatabaseSettings settings) {
    Properties properties = new Properties();
    DatabaseSettings.pool().forEach((name, value) -> properties.put(name, value.toString()));
    HikariConfig config = new HikariConfig(properties);
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.app().user());
    config.setPassword(settings.app().password());
    return new HikariDataSource(config);
  }

  private static int number(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return number(connection, sql);
    }
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql);
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
