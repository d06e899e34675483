package io.zaikong.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zaikong.TestDatabase;
import io.zaikong.database.Credentials;
import io.zaikong.database.DataFolder;
import io.zaikong.database.Database;
import io.zaikong.database.DatabaseSettings;
import io.zaikong.database.TestPostgres;
import io.zaikong.journal.TestJournal;
import io.zaikong.journal.Verification;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Everything out into a file and back, into the program's own server and into another's. */
class BackupTests {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);
  private static final int WRITERS = 4;

  /** Set to measure on a city of that many enterprises. */
  private static final String SIZE = "zaikong.backup.enterprises";

  private static final Logger LOG = LoggerFactory.getLogger(BackupTests.class);

  @TempDir private Path folder = Path.of("");

  private final TestDatabase source = TestDatabase.create("backup_source");
  private final HikariDataSource pool = source.pool(WRITERS + 2);
  private final TestJournal journal = new TestJournal(pool);
  private Path file = Path.of("");

  @BeforeEach
  void fill() {
    file = folder.resolve("zibo.backup");
    CityRows.fill(source, Integer.getInteger(SIZE, 50));
    journal.write("sealed");
    journal.seal();
    journal.write("not yet sealed");
  }

  @AfterEach
  void close() {
    pool.close();
    source.close();
  }

  @Test
  void intoAnotherServerEveryTableIsEqualAndTheJournalGoesOn() throws Exception {
    Map<Long, String> kept = head(verify(source.settings(), Map.of()));
    // a server that has run for long: its ids are far above those of the new one
    source.asSuperuser(
        """
        do $$ begin
          update journal.entry set xid = (xid::text::bigint + 1000000000000)::text::xid8;
          update journal.block set upto_xid = (upto_xid::text::bigint + 1000000000000)::text::xid8;
          alter table journal.entry alter column xid
            set default (pg_current_xact_id()::text::bigint + 1000000000000)::text::xid8;
        end $$
        """);
    Backup.Made made = backUp();
    TreeMap<String, String> before = CityRows.digests(source.superuser());
    DatabaseSettings target = TestPostgres.shared().createForeignDatabase("backup_foreign");

    restore(target);

    TreeMap<String, String> after = CityRows.digests(as(target, TestPostgres.shared().superuser()));
    assertThat(changed(before, after))
        .containsExactlyInAnyOrder("journal.entry", "journal.block", "journal.epoch");
    assertThat(made.manifest().tables()).hasSize(before.size());
    Verification.Result result = verify(target, kept);
    assertThat(result.faults()).isEmpty();
    assertThat(result.entries()).as("sealed, not yet sealed, backup").isEqualTo(3);
    try (HikariDataSource app = pool(target)) {
      TestJournal restored = new TestJournal(app);
      restored.seal();
      restored.write("after");
      restored.seal();
      Verification.Result later = verify(target, kept);
      assertThat(later.faults()).isEmpty();
      assertThat(later.entries()).as("and the restore, and what came after").isEqualTo(5);
      assertThat(verify(target, head(later)).faults()).isEmpty();
      assertNothingIsSeenWithoutScope(app);
    }
    assertIdentitiesGoOn(target);
    assertThat(CityRows.constraints(as(target, target.owner())))
        .isNotEmpty()
        .isEqualTo(CityRows.constraints(source.owner()));
    TestPostgres.shared().drop("backup_foreign");
  }

  @Test
  void aBackupOfAnOlderSchemaComesBackInThePresentOne() throws Exception {
    DatabaseSettings old = TestPostgres.shared().createForeignDatabase("backup_old");
    Migrations.migrateTo(old, "202611240905");
    JdbcClient owner = JdbcClient.create(as(old, old.owner()));
    owner.sql("insert into shell.setting values ('city', '370300', '2026-11-24', 'x')").update();
    assertThat(Backup.make(old, file, "old", CLOCK).manifest().schemaVersion())
        .isEqualTo("202611240905");
    DatabaseSettings target = TestPostgres.shared().createForeignDatabase("backup_foreign");

    restore(target);

    JdbcClient restored = JdbcClient.create(as(target, target.owner()));
    assertThat(count(restored, "select count(*) from shell.setting where value = '370300'"))
        .isEqualTo(1);
    assertThat(count(restored, "select max(epoch) from journal.entry")).isEqualTo(1);
    assertThat(verify(target, Map.of()).faults()).isEmpty();
    TestPostgres.shared().drop("backup_old");
    TestPostgres.shared().drop("backup_foreign");
  }

  @Test
  void aBackupOfACityAtWorkIsOneMomentAndComesBackInTheProgramsOwnServer() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch allWrite = new CountDownLatch(WRITERS);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        String writer = "w" + i;
        writers.add(threads.submit(() -> writeUntil(stop, writer, allWrite)));
      }
      allWrite.await();
      journal.seal();
      backUp();
      stop.set(true);
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    Path data = TestPostgres.newFolder();
    try (DataFolder taken = DataFolder.open(data);
        Database target = Database.openTarget(taken, Map.of(), line -> {})) {
      restore(target.settings());
      JdbcClient all = JdbcClient.create(as(target.settings(), target.settings().owner()));
      long settings = count(all, "select count(*) from shell.setting");
      assertThat(settings).isPositive();
      assertThat(count(all, "select count(*) from journal.entry where act like 'w%'"))
          .as("each act with its row, or neither")
          .isEqualTo(settings);
      assertThat(verify(target.settings(), Map.of()).faults()).isEmpty();
    } finally {
      TestPostgres.delete(data);
    }
  }

  private void writeUntil(AtomicBoolean stop, String writer, CountDownLatch allWrite) {
    for (int i = 0; !stop.get(); i++) {
      String key = writer + "." + i;
      journal.write(
          key,
          jdbc ->
              jdbc.sql("insert into shell.setting values (?, 'x', '2026-11-24', 'w')")
                  .param(key)
                  .update());
      if (i == 0) {
        allWrite.countDown();
      }
    }
  }

  private Backup.Made backUp() throws Exception {
    long begun = System.nanoTime();
    Backup.Made made = Backup.make(source.settings(), file, "test", CLOCK);
    report(
        "backup of {} rows, {} bytes: {} ms",
        made.manifest().rows(),
        made.bytes(),
        (System.nanoTime() - begun) / 1_000_000);
    return made;
  }

  private static void report(String message, Object... values) {
    if (System.getProperty(SIZE) != null) {
      LOG.warn(message, values);
    }
  }

  private void restore(DatabaseSettings target) throws Exception {
    long begun = System.nanoTime();
    try (Restore restore = Restore.of(file)) {
      restore.into(target, CLOCK, line -> {});
    }
    report("restore: {} ms", (System.nanoTime() - begun) / 1_000_000);
  }

  private static void assertNothingIsSeenWithoutScope(DataSource app) {
    JdbcClient jdbc = JdbcClient.create(app);
    for (String table : CityRows.tables(jdbc)) {
      if (!table.startsWith("access.spring") && !table.startsWith("access.user")) {
        assertThat(count(jdbc, "select count(*) from " + table)).as(table).isZero();
      }
    }
  }

  private static void assertIdentitiesGoOn(DatabaseSettings target) {
    JdbcClient owner = JdbcClient.create(as(target, target.owner()));
    long last = count(owner, "select max(id) from enterprises.enterprise");
    long next =
        count(
            owner,
            """
            insert into enterprises.enterprise (credit_code, name, division_code, address, categories, created_at, changed_at)
            values ('000000000000000000', 'n', '370303', '', '{OTHER}', now(), now()) returning id
            """);
    assertThat(next).isEqualTo(last + 1);
  }

  private static List<String> changed(Map<String, String> before, Map<String, String> after) {
    assertThat(after.keySet()).isEqualTo(before.keySet());
    return after.keySet().stream()
        .filter(t -> !Objects.equals(after.get(t), before.get(t)))
        .toList();
  }

  private static Map<Long, String> head(Verification.Result result) {
    return Map.of(result.head().height(), result.head().seal());
  }

  private static Verification.Result verify(DatabaseSettings database, Map<Long, String> heads) {
    return new Verification(as(database, database.audit().orElseThrow())).verify(heads);
  }

  private static DataSource as(DatabaseSettings database, Credentials user) {
    return new DriverManagerDataSource(database.url(), user.user(), user.password());
  }

  private static HikariDataSource pool(DatabaseSettings database) {
    HikariDataSource pool = new HikariDataSource();
    pool.setDataSource(as(database, database.app()));
    pool.setMaximumPoolSize(2);
    return pool;
  }

  private static long count(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
