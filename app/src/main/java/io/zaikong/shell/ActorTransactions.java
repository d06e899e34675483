package io.zaikong.shell;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Starts every transaction by telling the database who acts, what he may see and which day it is;
 * the row-level security policies do the rest. Without an actor nothing is set and no row is
 * visible.
 */
@Component("transactionManager")
public class ActorTransactions extends JdbcTransactionManager {

  private static final String SET_SCOPE =
      """
      select set_config('zaikong.actor', ?, true), set_config('zaikong.territory', ?, true),
             set_config('zaikong.sectors', ?, true), set_config('zaikong.enterprises', ?, true),
             set_config('zaikong.today', ?, true)
      """;

  private final transient Clock clock;

  public ActorTransactions(DataSource dataSource, Clock clock) {
    super(dataSource);
    this.clock = clock;
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    Actor.findCurrent().ifPresent(actor -> tellDatabase(transaction, actor));
  }

  private void tellDatabase(Object transaction, Actor actor) {
    DataSource dataSource = obtainDataSource();
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try (PreparedStatement statement = connection.prepareStatement(SET_SCOPE)) {
      statement.setString(1, Long.toString(actor.accountId()));
      statement.setString(2, actor.scope().territoryLiteral());
      statement.setString(3, actor.scope().sectorsLiteral());
      statement.setString(4, actor.scope().enterprisesLiteral());
      statement.setString(5, LocalDate.ofInstant(clock.instant(), Words.ZONE).toString());
      statement.execute();
    } catch (SQLException e) {
      doCleanupAfterCompletion(transaction);
      throw new CannotCreateTransactionException("the scope could not be set", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }
}
