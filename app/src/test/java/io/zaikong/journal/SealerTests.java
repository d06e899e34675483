package io.zaikong.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zaikong.TestDatabase;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.ActorTransactions;
import io.zaikong.shell.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class SealerTests {

  private static final DivisionCode DISTRICT = new DivisionCode("370303");
  private static final Actor WRITER = Actor.system("writer", Scope.everywhere());

  private final TestDatabase database = TestDatabase.create("sealer");
  private final HikariDataSource pool = database.pool(8);
  private final JdbcClient jdbc = JdbcClient.create(pool);
  private final ActorTransactions manager = new ActorTransactions(pool, Clock.systemUTC());
  private final TransactionTemplate transactions = new TransactionTemplate(manager);
  private final BlockStore blocks = new BlockStore(jdbc);
  private final Sealer sealer = new Sealer(blocks, Clock.systemUTC(), manager);
  private final Journal journal =
      new Journal(new JournalStore(jdbc), Clock.systemUTC(), new JsonMapper());

  @BeforeEach
  void writeSome() {
    for (int i = 0; i < 3; i++) {
      write("act " + i);
      sealer.seal();
    }
  }

  @AfterEach
  void close() {
    pool.close();
    database.close();
  }

  @Test
  void whatWasSealedVerifiesAndTheHeadIsTheLastBlock() {
    Verification.Result result = verify(Map.of());
    assertThat(result.faults()).isEmpty();
    assertThat(result.head().height()).isEqualTo(3);
    assertThat(result.entries()).isEqualTo(3);
  }

  @Test
  void aChangedAnAddedAndAMissingEntryEachShow() {
    for (String tampering :
        List.of(
            "update journal.entry set detail = '{\"n\": \"other\"}' where act = 'act 1'",
            "update journal.entry set actor_name = 'somebody else' where act = 'act 0'",
            "update journal.entry set at = at + interval '1 microsecond' where act = 'act 2'",
            "delete from journal.entry where act = 'act 1'",
            """
            insert into journal.entry (xid, at, actor_id, actor_name, act, subject, subject_id, division_code, address,
              detail)
            select xid, at, actor_id, actor_name, 'forged', subject, subject_id, division_code, address, detail
            from journal.entry where act = 'act 1'
            """,
            "delete from journal.block where height = 2")) {
      database.asSuperuser(
          "begin; create table keep_e as table journal.entry; create table keep_b as table"
              + " journal.block; commit");
      database.asSuperuser(tampering);
      assertThat(verify(Map.of()).faults()).as(tampering).isNotEmpty();
      database.asSuperuser(
          """
          begin; delete from journal.entry; delete from journal.block;
          insert into journal.entry overriding system value select * from keep_e;
          insert into journal.block select * from keep_b;
          drop table keep_e; drop table keep_b; commit
          """);
      assertThat(verify(Map.of()).faults()).isEmpty();
    }
  }

  @Test
  void aChainRebuiltAsAWholeShowsOnlyAgainstAHeadKeptOutside() {
    Map<Long, String> kept = Map.of(3L, verify(Map.of()).head().seal());
    database.asSuperuser("update journal.entry set actor_name = 'nobody' where act = 'act 1'");
    rebuild();
    assertThat(verify(Map.of()).faults()).isEmpty();
    assertThat(verify(kept).faults()).hasSize(1).first().asString().contains("3");
  }

  @Test
  void aChainCutShortShowsAgainstAHeadKeptOutside() {
    Map<Long, String> kept = Map.of(3L, verify(Map.of()).head().seal());
    database.asSuperuser("delete from journal.entry where act = 'act 2'");
    database.asSuperuser("delete from journal.block where height = 3");
    assertThat(verify(Map.of()).faults()).isEmpty();
    assertThat(verify(kept).faults()).isNotEmpty();
  }

  @Test
  void writersNeverWaitForEachOtherAndEveryEntryIsSealedOnce() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    CountDownLatch written = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> slow =
          threads.submit(
              () ->
                  WRITER.run(
                      () ->
                          transactions.executeWithoutResult(
                              status -> {
                                record("slow");
                                written.countDown();
                                await(open);
                              })));
      await(written);
      List<Future<?>> quick = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String act = "quick " + i;
        quick.add(threads.submit(() -> write(act)));
      }
      for (Future<?> write : quick) {
        write.get();
      }
      sealer.seal();
      assertThat(verify(Map.of()).entries()).as("none younger than the open one").isEqualTo(3);
      open.countDown();
      slow.get();
    }
    sealer.seal();
    sealer.seal();
    Verification.Result result = verify(Map.of());
    assertThat(result.faults()).isEmpty();
    assertThat(result.entries()).isEqualTo(24);
  }

  private void rebuild() {
    JdbcClient owner = JdbcClient.create(database.owner());
    Block previous = Block.GENESIS;
    for (Block block : new BlockStore(JdbcClient.create(database.superuser())).listFrom(1, 100)) {
      List<JournalEntry> entries =
          owner
              .sql(
                  """
                  select id, at, actor_id, actor_name, act, subject, subject_id, division_code, enterprise_id, address,
                    detail::text
                  from journal.entry where xid >= ?::text::xid8 and xid < ?::text::xid8 order by id
                  """)
              .params(previous.uptoXid(), block.uptoXid())
              .query(JournalStore::entry)
              .list();
      String seal = Seal.of(previous.seal(), block.height(), entries);
      owner
          .sql("update journal.block set seal = ? where height = ?")
          .params(seal, block.height())
          .update();
      previous = new Block(block.height(), block.epoch(), block.uptoXid(), block.entries(), seal);
    }
  }

  private Verification.Result verify(Map<Long, String> heads) {
    return new Verification(database.audit()).verify(heads);
  }

  private void write(String act) {
    WRITER.run(() -> transactions.executeWithoutResult(status -> record(act)));
  }

  private void record(String act) {
    journal.record(act, Subject.of("test.thing", 1, DISTRICT), Map.of("n", act));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
