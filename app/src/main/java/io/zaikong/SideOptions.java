package io.zaikong;

import io.zaikong.database.Credentials;
import io.zaikong.database.Database;
import io.zaikong.database.DatabaseSettings;
import io.zaikong.database.DatabaseUnavailableException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Options of the side commands, which work whether the server runs or not. */
final class SideOptions {

  private SideOptions() {}

  /**
   * Reads {@code --name value} pairs; the one word without a name is under the empty name.
   *
   * @throws IllegalArgumentException for an unknown or repeated option or a missing value
   */
  static Map<String, String> parse(List<String> arguments, String... known) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String name = arguments.get(i).startsWith("--") ? arguments.get(i) : "";
      if (!List.of(known).contains(name)) {
        throw new IllegalArgumentException("未知参数 unknown argument: " + arguments.get(i));
      }
      if (!name.isEmpty() && i + 1 >= arguments.size()) {
        throw new IllegalArgumentException("缺少参数值 missing value: " + name);
      }
      String value = name.isEmpty() ? arguments.get(i) : arguments.get(++i);
      if (options.put(name, value) != null) {
        throw new IllegalArgumentException("参数重复 repeated: " + arguments.get(i));
      }
    }
    return options;
  }

  /** Reads every journal row and the catalogue. */
  static DataSource reader(DatabaseSettings settings) {
    Credentials reader = settings.audit().orElse(settings.owner());
    return new DriverManagerDataSource(settings.url(), reader.user(), reader.password());
  }

  /**
   * @throws IllegalArgumentException when no file was named
   */
  static void requireFile(Map<String, String> options) {
    if (options.getOrDefault("", "").isBlank()) {
      throw new IllegalArgumentException("缺少文件名 a file name is missing");
    }
  }

  /** The folder of {@code --data}, or the installation's own. */
  static Path folder(Map<String, String> options) {
    String folder = options.get("--data");
    Path home = Path.of(Objects.requireNonNullElse(System.getProperty("zaikong.home"), "."));
    return folder == null ? home.resolve("data") : Path.of(folder);
  }

  /** The database of {@code --data}, or of the installation's own folder. */
  static Database attach(Map<String, String> options) {
    Database database = Database.attach(folder(options), System.getenv());
    boolean migrated =
        JdbcClient.create(reader(database.settings()))
            .sql("select to_regclass('journal.block') is not null")
            .query(Boolean.class)
            .single();
    if (!migrated) {
      database.close();
      throw new DatabaseUnavailableException(
          "数据库尚未建立,请先运行 zaikong start。", "The database is empty; run zaikong start first.");
    }
    return database;
  }
}
