package io.zaikong.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.TestDatabase;
import io.zaikong.imports.ImportReport.Count;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The census imports of an installation that had a table of its own for them. */
class MovedImportsTests {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  @Test
  void anOldCensusImportKeepsItsNumberItsErrorsAndItsResult() throws Exception {
    try (TestDatabase database = TestDatabase.create("moved_imports")) {
      String role = database.settings().app().user();
      String old =
          Files.readString(MIGRATIONS.resolve("V202611240904__hazards_census_and_grading.sql"));
      String table =
          old.substring(
              old.indexOf("create table hazards.census_import"), old.indexOf("-- Rulings"));
      database.asSuperuser("drop schema imports cascade");
      database.asSuperuser(table.replace("${app_role}", role));
      database.asSuperuser(
          """
          insert into hazards.census_import (account_id, division_code, file_name, content, sha256, state,
            uploaded_at, units_total, units_done, report)
          select 7, '370300', file, 'x', 'y', state, '2026-11-01', 3, 3, report::jsonb
          from (values ('old.xlsx', 'DONE', '{"enterprises": 2, "units": 4, "goodEnterprises": 1, "goodUnits": 3,
              "errorCount": 1, "errors": [{"sheet": "企业", "row": 2, "column": "企业名称", "value": "",
              "key": "census.required", "parameters": []}], "notes": [], "done": {"enterprises": 1, "added": 3,
              "changed": 0, "same": 0, "major": 2}}'),
            ('new.xlsx', 'CHECKED', '{"enterprises": 0, "units": 0, "goodEnterprises": 0, "goodUnits": 0,
              "errorCount": 1, "errors": [{"sheet": "企业", "row": 0, "column": "", "value": "",
              "key": "census.nothing", "parameters": []}], "notes": [], "done": null}')) as o (file, state, report)
          """);

      String migration = Files.readString(MIGRATIONS.resolve("V202611241300__imports_imports.sql"));
      try (Connection connection = database.superuser().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(migration.replace("${app_role}", role));
        statement.execute(
            Files.readString(MIGRATIONS.resolve("V202611260501__imports_preview.sql")));
      }

      ImportStore store =
          new ImportStore(JdbcClient.create(database.superuser()), new JsonMapper());
      Import done = store.find("census", 1).orElseThrow();
      assertThat(done.fileName()).isEqualTo("old.xlsx");
      assertThat(done.report().errors())
          .extracting(RowError::key)
          .containsExactly("imports.required");
      assertThat(done.report().found()).extracting(Count::value).containsExactly(2, 4, 1, 3);
      assertThat(done.report().done()).extracting(Count::value).containsExactly(1, 3, 0, 0, 2);
      assertThat(store.getPreview(1)).isEqualTo(Preview.NONE);
      Import open = store.find("census", 2).orElseThrow();
      assertThat(open.report().importable()).isFalse();
      assertThat(open.report().done()).isEmpty();
      assertThat(open.report().errors())
          .extracting(RowError::key)
          .containsExactly("census.nothing");
    }
  }
}
