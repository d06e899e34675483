package io.zaikong.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaikong.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The first thing that must hold: a connection remembers nobody. */
class PooledConnectionTests {

  /** Tables without policies, each with its reason. A new table belongs here only with one. */
  private static final Map<String, String> WITHOUT_POLICIES =
      new TreeMap<>(
          Map.of(
              "access.spring_session", "read by session id before anyone is known",
              "access.spring_session_attributes", "read by session id before anyone is known",
              "access.user_entities", "read by the passkey sign-in before anyone is known",
              "access.user_credentials", "read by the passkey sign-in before anyone is known"));

  private static final String TABLES =
      """
      select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'flyway')
        and c.relrowsecurity = ? order by 1
      """;

  @Test
  void theSecondTransactionOnAConnectionSeesNoRowOfAnyTableUnlessItSaysForWhom() throws Exception {
    try (TestDatabase database = TestDatabase.create("pooled")) {
      JdbcClient owner = JdbcClient.create(database.owner());
      owner
          .sql(
              """
              insert into org.division (code, name, level, valid_from)
              values ('370300', 'city', 'CITY', '2020-01-01'), ('370303', 'district', 'DISTRICT', '2020-01-01');
              insert into enterprises.enterprise (credit_code, name, division_code, address, categories, created_at,
                changed_at) values ('000000000000000000', 'f', '370303', '', '{OTHER}', now(), now());
              """)
          .update();
      SingleConnectionDataSource one =
          new SingleConnectionDataSource(database.app().getConnection(), true);
      JdbcClient app = JdbcClient.create(one);
      TransactionTemplate transactions =
          new TransactionTemplate(new ActorTransactions(one, Clock.systemUTC()));
      Actor.system("test", Scope.everywhere())
          .run(
              () ->
                  transactions.executeWithoutResult(
                      status -> {
                        assertThat(count(app, "enterprises.enterprise")).isEqualTo(1);
                        assertThat(count(app, "org.division")).isEqualTo(2);
                      }));
      for (String table : tables(owner, true)) {
        transactions.executeWithoutResult(
            status -> assertThat(count(app, table)).as(table).isZero());
      }
      one.destroy();
    }
  }

  @Test
  void everyTableHasRowLevelSecurityOrStandsInTheListWithAReason() {
    try (TestDatabase database = TestDatabase.create("catalogue")) {
      JdbcClient owner = JdbcClient.create(database.owner());
      assertThat(tables(owner, false)).containsExactlyElementsOf(WITHOUT_POLICIES.keySet());
      List<String> withoutPolicy =
          owner
              .sql(
                  """
                  select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  where c.relrowsecurity and not exists (select from pg_policy p where p.polrelid = c.oid)
                  """)
              .query(String.class)
              .list();
      assertThat(withoutPolicy).isEmpty();
    }
  }

  @Test
  void theApplicationsRoleCannotTurnPoliciesOffNorChangeTheJournal() {
    try (TestDatabase database = TestDatabase.create("role")) {
      JdbcClient app = JdbcClient.create(database.app());
      for (String statement :
          List.of(
              "alter table enterprises.enterprise disable row level security",
              "update journal.entry set act = 'x'",
              "delete from journal.entry",
              "truncate journal.entry",
              "update journal.block set seal = 'x'",
              "delete from journal.block",
              "drop policy territory on journal.entry")) {
        assertThatThrownBy(() -> app.sql(statement).update()).as(statement).isNotNull();
      }
    }
  }

  private static List<String> tables(JdbcClient owner, boolean withPolicies) {
    return owner.sql(TABLES).param(withPolicies).query(String.class).list();
  }

  private static long count(JdbcClient app, String table) {
    return app.sql("select count(*) from " + table).query(Long.class).single();
  }
}
