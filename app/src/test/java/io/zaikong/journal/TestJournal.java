package io.zaikong.journal;

import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.ActorTransactions;
import io.zaikong.shell.Scope;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The journal and its sealer on a pool of the application's role. */
public final class TestJournal {

  private static final Actor WRITER = Actor.system("writer", Scope.everywhere());

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Journal journal;
  private final Sealer sealer;

  public TestJournal(DataSource app) {
    this.jdbc = JdbcClient.create(app);
    ActorTransactions manager = new ActorTransactions(app, Clock.systemUTC());
    this.transactions = new TransactionTemplate(manager);
    this.journal = new Journal(new JournalStore(jdbc), Clock.systemUTC(), new JsonMapper());
    this.sealer = new Sealer(new BlockStore(jdbc), Clock.systemUTC(), manager);
  }

  public void write(String act) {
    write(act, same -> {});
  }

  /** Does something and writes it down in one transaction. */
  public void write(String act, Consumer<JdbcClient> work) {
    WRITER.run(
        () ->
            transactions.executeWithoutResult(
                status -> {
                  work.accept(jdbc);
                  journal.record(
                      act,
                      Subject.of("test.thing", 1, new DivisionCode("370303")),
                      Map.of("n", act));
                }));
  }

  public void seal() {
    sealer.seal();
  }
}
