package io.zaikong.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseCheckTest {

  private final DatabaseSettings good = TestPostgres.shared().settings();

  @Test
  void theEmbeddedRolesPass() {
    assertThatCode(() -> DatabaseCheck.require(good)).doesNotThrowAnyException();
  }

  @Test
  void anApplicationRoleThatOwnsTheDatabaseIsRefused() {
    assertThatThrownBy(() -> DatabaseCheck.require(asApp(good.owner())))
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContaining("zaikong_owner");
  }

  @Test
  void anApplicationRoleThatBypassesPoliciesOrIsTheSuperuserIsRefused() throws Exception {
    try (Connection superuser = TestPostgres.shared().superuser("postgres");
        Statement statement = superuser.createStatement()) {
      statement.execute("drop role if exists above");
      statement.execute("create role above login bypassrls password 'above'");
      statement.execute("grant connect on database zaikong to above");
      try {
        assertRefused(new Credentials("above", "above"));
        statement.execute("alter role above nobypassrls superuser");
        assertRefused(new Credentials("above", "above"));
      } finally {
        statement.execute("revoke connect on database zaikong from above");
        statement.execute("drop role above");
      }
    }
  }

  @Test
  void anUnreachableServerIsNamedWithoutItsPassword() {
    DatabaseSettings wrong =
        new DatabaseSettings(
            "jdbc:postgresql://127.0.0.1:1/zaikong?password=hush",
            good.owner(),
            good.app(),
            Optional.empty());
    assertThatThrownBy(() -> DatabaseCheck.require(wrong))
        .hasMessageContaining("127.0.0.1:1/zaikong")
        .hasMessageNotContaining("hush");
  }

  @Test
  void anExternalServerNeedsAllItsVariables() {
    assertThat(ExternalDatabase.find(Map.of())).isEmpty();
    assertThatThrownBy(
            () -> ExternalDatabase.find(Map.of("ZAIKONG_DB_URL", "jdbc:postgresql://db/zaikong")))
        .hasMessageContaining("ZAIKONG_DB_OWNER");
    assertThatThrownBy(() -> ExternalDatabase.find(Map.of("ZAIKONG_DB_URL", "postgres://db")))
        .hasMessageContaining("jdbc:postgresql:");
    Map<String, String> environment =
        Map.of(
            "ZAIKONG_DB_URL", good.url(),
            "ZAIKONG_DB_OWNER", good.owner().user(),
            "ZAIKONG_DB_OWNER_PASSWORD", good.owner().password(),
            "ZAIKONG_DB_APP", good.app().user(),
            "ZAIKONG_DB_APP_PASSWORD", good.app().password());
    DatabaseSettings found = ExternalDatabase.find(environment).orElseThrow();
    assertThatCode(() -> DatabaseCheck.require(found)).doesNotThrowAnyException();
    assertThat(found.springProperties())
        .containsEntry("spring.datasource.username", "zaikong_app")
        .containsEntry("spring.flyway.user", "zaikong_owner");
  }

  @Test
  void theApplicationsRoleCreatesNothingAndTheAuditorWritesNothing() throws Exception {
    assertRefusedSql(good.app(), "create table public.mine (n int)");
    assertRefusedSql(good.app(), "create schema mine");
    assertRefusedSql(good.audit().orElseThrow(), "create temporary table mine (n int)");
  }

  @Test
  void aCopyOfTheTemplateHoldsWhatTheTemplateHolds() throws Exception {
    TestPostgres postgres = TestPostgres.shared();
    DatabaseSettings copy = postgres.createDatabaseFromTemplate("copy_for_check");
    DatabaseCheck.require(copy);
    try (Connection owner = Connections.open(copy.url(), copy.owner())) {
      assertThat(owner.getCatalog()).isEqualTo("copy_for_check");
    }
  }

  private DatabaseSettings asApp(Credentials app) {
    return new DatabaseSettings(good.url(), good.owner(), app, good.audit());
  }

  private void assertRefused(Credentials app) {
    assertThatThrownBy(() -> DatabaseCheck.require(asApp(app)))
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContaining("row-level security");
  }

  private void assertRefusedSql(Credentials user, String sql) throws SQLException {
    try (Connection connection = Connections.open(good.url(), user);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
    }
  }
}
