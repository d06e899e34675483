package io.zaikong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installation that is upgraded has the same schema as a new one. */
class SchemaUpgradeTests {

  private static final Path ROOT = JavaSource.root();

  /** One line for everything that a migration makes; not for what PostgreSQL brings along. */
  private static final String CATALOGUE =
      """
      with own as (select oid, nspname, nspacl from pg_namespace
                   where nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public', 'flyway')
                     and nspname not like 'pg_temp%' and nspname not like 'pg_toast_temp%')
      select 'schema ' || nspname || ' ' || coalesce(nspacl::text, '') from own
      union all
      select 'relation ' || nspname || '.' || relname || ' ' || relkind::text || ' rls ' || relrowsecurity
          || relforcerowsecurity || ' ' || coalesce(relacl::text, '')
        from pg_class c join own on own.oid = relnamespace
      union all
      select 'column ' || attrelid::regclass || ' ' || attnum || ' ' || attname || ' '
          || format_type(atttypid, atttypmod) || ' ' || attnotnull || attidentity::text || attgenerated::text || ' '
          || attcollation::regcollation || ' ' || coalesce(attacl::text, '') || ' '
          || coalesce(pg_get_expr(adbin, adrelid), '')
        from pg_attribute join pg_class c on c.oid = attrelid join own on own.oid = relnamespace
          left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where attnum > 0 and not attisdropped
      union all
      select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(pg_constraint.oid)
        from pg_constraint join own on own.oid = connamespace
      union all
      select 'index ' || pg_get_indexdef(indexrelid)
        from pg_index join pg_class c on c.oid = indexrelid join own on own.oid = relnamespace
      union all
      select 'policy ' || polrelid::regclass || ' ' || polname || ' ' || polcmd::text || polpermissive || ' '
          || polroles::regrole[]::text || ' ' || coalesce(pg_get_expr(polqual, polrelid), '') || ' '
          || coalesce(pg_get_expr(polwithcheck, polrelid), '')
        from pg_policy join pg_class c on c.oid = polrelid join own on own.oid = relnamespace
      union all
      select 'function ' || pg_get_functiondef(p.oid) || ' ' || coalesce(proacl::text, '')
        from pg_proc p join own on own.oid = pronamespace where prokind in ('f', 'p')
      union all
      select 'type ' || nspname || '.' || typname || ' ' || typtype::text || ' ' || coalesce(typacl::text, '')
        from pg_type join own on own.oid = typnamespace
      union all
      select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t where not tgisinternal
      """;

  private static List<String> landed() throws IOException {
    return Files.readAllLines(ROOT.resolve("app/src/test/resources/migrations.sha256")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.substring(line.indexOf(' ')).strip())
        .sorted()
        .toList();
  }

  private static String version(String file) {
    return file.substring(1, file.indexOf("__"));
  }

  @Test
  void anUpgradedSchemaIsTheSameAsANewOne() throws IOException {
    List<String> landed = landed();
    try (TestDatabase fresh = TestDatabase.create("schema_new");
        TestDatabase upgraded = TestDatabase.createEmpty("schema_upgraded")) {
      int first =
          TestDatabase.flyway(upgraded.settings())
              .target(version(landed.getLast()))
              .load()
              .migrate()
              .migrationsExecuted;
      assertThat(first).isEqualTo(landed.size());
      TestDatabase.flyway(upgraded.settings()).load().migrate();

      assertThat(catalogue(upgraded)).hasSizeGreaterThan(100).isEqualTo(catalogue(fresh));
    }
  }

  @Test
  void theComparisonSeesAnOtherPolicyAndAnOtherGrant() {
    try (TestDatabase one = TestDatabase.create("schema_one");
        TestDatabase other = TestDatabase.create("schema_other")) {
      other.asSuperuser("drop policy territory on org.agency");
      other.asSuperuser("grant delete on org.person to public");

      TreeSet<String> differences = new TreeSet<>(catalogue(one));
      differences.removeAll(catalogue(other));
      assertThat(differences)
          .hasSize(2)
          .anyMatch(line -> line.startsWith("policy org.agency territory"))
          .anyMatch(line -> line.startsWith("relation org.person"));
    }
  }

  @Test
  void aNewMigrationComesAfterAllThatHaveLanded() throws IOException {
    List<String> landed = landed();
    try (Stream<Path> files = Files.list(ROOT.resolve("app/src/main/resources/db/migration"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .allMatch(
              name ->
                  landed.contains(name) || version(name).compareTo(version(landed.getLast())) > 0);
    }
  }

  private static TreeSet<String> catalogue(TestDatabase database) {
    return new TreeSet<>(
        JdbcClient.create(database.superuser()).sql(CATALOGUE).query(String.class).list());
  }
}
