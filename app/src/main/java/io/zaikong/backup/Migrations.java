package io.zaikong.backup;

import io.zaikong.database.DatabaseSettings;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Builds the schema as it was at a version. Landed migrations are never edited, so it can. */
final class Migrations {

  private static final Pattern FILE = Pattern.compile("V(\\d+)__.*\\.sql");

  private Migrations() {}

  /**
   * @throws BackupRefusedException when this program does not know the version
   */
  static void requireKnown(String version, String product) throws IOException {
    TreeSet<String> known =
        new TreeSet<>(Comparator.comparingInt(String::length).thenComparing(v -> v));
    for (Resource file :
        new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/V*.sql")) {
      Matcher name = FILE.matcher(String.valueOf(file.getFilename()));
      if (name.matches()) {
        known.add(name.group(1));
      }
    }
    if (!known.contains(version)) {
      throw new BackupRefusedException(
          "备份由在控 %s 制作,其数据库结构 %s 是本程序(到 %s)所没有的;请用同一版本或更新的程序恢复。"
              .formatted(product, version, known.last()),
          "The backup was made by Zaikong %s with schema %s, which this program (up to %s) does not know; restore it with that program or a newer one."
              .formatted(product, version, known.last()));
    }
  }

  static void migrateTo(DatabaseSettings settings, String version) {
    migrate(settings, MigrationVersion.fromVersion(version));
  }

  static void migrateToLatest(DatabaseSettings settings) {
    migrate(settings, MigrationVersion.LATEST);
  }

  private static void migrate(DatabaseSettings settings, MigrationVersion target) {
    Map<String, Object> properties = settings.springProperties();
    Flyway.configure()
        .dataSource(settings.url(), settings.owner().user(), settings.owner().password())
        .schemas("flyway")
        .target(target)
        .placeholders(
            Map.of(
                "owner_role", role(properties, "owner_role"),
                "app_role", role(properties, "app_role"),
                "audit_role", role(properties, "audit_role")))
        .load()
        .migrate();
  }

  private static String role(Map<String, Object> properties, String name) {
    return String.valueOf(properties.get("spring.flyway.placeholders." + name));
  }
}
