package io.zaikong.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaikong.TestDatabase;
import io.zaikong.database.Database;
import io.zaikong.database.DatabaseSettings;
import io.zaikong.database.DatabaseUnavailableException;
import io.zaikong.database.TestPostgres;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A backup or a target that does not fit is refused in words, and nothing half-done is used. */
class DamagedBackupTests {

  private static final int PLACES = 20;

  @TempDir private static Path folder = Path.of("");

  private static Path good = Path.of("");
  private static byte[] bytes = {};

  @BeforeAll
  static void makeOne() throws Exception {
    good = folder.resolve("good.backup");
    try (TestDatabase source = TestDatabase.create("backup_damaged")) {
      CityRows.fill(source, 5);
      Backup.make(source.settings(), good, "test", Clock.systemUTC());
    }
    bytes = Files.readAllBytes(good);
  }

  @AfterAll
  static void drop() {
    TestPostgres.shared().drop("backup_refusing");
  }

  @Test
  void cutShortAnywhereItIsRefused() throws Exception {
    Random random = new Random(20_261_124);
    for (int i = 0; i < PLACES; i++) {
      assertAltered(Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }
    assertAltered(Arrays.copyOf(bytes, bytes.length - 1));
    assertAltered(Arrays.copyOf(bytes, bytes.length + 1));
  }

  @Test
  void withOneByteChangedAnywhereItIsRefused() throws Exception {
    Random random = new Random(20_261_125);
    for (int i = 0; i < PLACES; i++) {
      byte[] changed = bytes.clone();
      changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      assertAltered(changed);
    }
  }

  @Test
  void theFileThatIsThereIsNotOverwritten() throws Exception {
    try (TestDatabase source = TestDatabase.create("backup_again")) {
      assertThatThrownBy(() -> Backup.make(source.settings(), good, "test", Clock.systemUTC()))
          .isInstanceOf(BackupRefusedException.class)
          .hasMessageContaining("已存在")
          .hasMessageContaining("not overwritten");
    }
    assertThat(good).hasBinaryContent(bytes);
  }

  @Test
  void aSchemaThatThisProgramDoesNotKnowIsRefused() throws Exception {
    Path newer = rewritten(json -> json.replaceAll("(\"schemaVersion\":\")\\d+", "$1209912312359"));

    assertThatThrownBy(() -> Restore.of(newer))
        .isInstanceOf(BackupRefusedException.class)
        .hasMessageContaining("209912312359")
        .hasMessageContaining("更新的程序")
        .hasMessageContaining("newer one");
  }

  @Test
  void anotherFormatIsRefused() throws Exception {
    Path other = rewritten(json -> json.replace("\"format\":1", "\"format\":2"));

    assertThatThrownBy(() -> Restore.of(other)).hasMessageContaining("格式版本是 2");
  }

  @Test
  void aTargetThatHoldsSomethingIsRefused() throws Exception {
    try (TestDatabase full = TestDatabase.create("backup_full");
        Restore restore = Restore.of(good)) {
      assertThatThrownBy(() -> restore.into(full.settings(), Clock.systemUTC(), line -> {}))
          .isInstanceOf(BackupRefusedException.class)
          .hasMessageContaining("不是空的")
          .hasMessageContaining("not empty");
    }
  }

  @Test
  void whatARestoreLeftUnfinishedIsNotStartedOnAndTheNextBeginsAnew() throws Exception {
    DatabaseSettings target = TestPostgres.shared().createForeignDatabase("backup_refusing");
    Path lying =
        rewritten(json -> json.replaceAll("(\"name\":\"hazards.source\".*?\"rows\":)\\d+", "$16"));
    try (Restore restore = Restore.of(lying)) {
      assertThatThrownBy(() -> restore.into(target, Clock.systemUTC(), line -> {}))
          .isInstanceOf(BackupRefusedException.class)
          .hasMessageContaining("hazards.source");
    }
    JdbcClient owner =
        JdbcClient.create(
            new DriverManagerDataSource(
                target.url(), target.owner().user(), target.owner().password()));
    assertThat(owner.sql("select count(*) from hazards.source").query(Long.class).single())
        .isZero();
    assertThatThrownBy(() -> Database.attach(folder, environment(target)))
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContaining("恢复没有完成")
        .hasMessageContaining("not finished");

    try (Restore restore = Restore.of(good)) {
      restore.into(target, Clock.systemUTC(), line -> {});
    }

    assertThat(owner.sql("select count(*) from hazards.source").query(Long.class).single())
        .isEqualTo(5);
    Database.attach(folder, environment(target)).close();
  }

  private static Map<String, String> environment(DatabaseSettings target) {
    return Map.of(
        "ZAIKONG_DB_URL", target.url(),
        "ZAIKONG_DB_OWNER", target.owner().user(),
        "ZAIKONG_DB_OWNER_PASSWORD", target.owner().password(),
        "ZAIKONG_DB_APP", target.app().user(),
        "ZAIKONG_DB_APP_PASSWORD", target.app().password());
  }

  private static void assertAltered(byte[] content) throws Exception {
    Path file = folder.resolve("altered.backup");
    Files.write(file, content);
    assertThatThrownBy(() -> Restore.of(file))
        .isInstanceOf(BackupRefusedException.class)
        .hasMessageContaining("不完整或被改动")
        .hasMessageContaining("cut short or was altered");
  }

  /** The good backup with another manifest, under a new seal: forged, not damaged. */
  private static Path rewritten(UnaryOperator<String> change) throws Exception {
    Path file = folder.resolve("rewritten.backup");
    Files.deleteIfExists(file);
    try (ZipFile zip = new ZipFile(good.toFile());
        BackupWriter writer = BackupWriter.create(file)) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        if (entry.getName().equals(BackupWriter.MANIFEST)) {
          String json = new String(content, StandardCharsets.UTF_8);
          String changed = change.apply(json);
          assertThat(changed).isNotEqualTo(json);
          content = changed.getBytes(StandardCharsets.UTF_8);
        }
        try (OutputStream out = writer.entry(entry.getName())) {
          out.write(content);
        }
      }
      writer.finish();
    }
    return file;
  }
}
