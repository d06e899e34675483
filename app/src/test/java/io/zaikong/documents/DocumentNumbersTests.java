package io.zaikong.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zaikong.TestDatabase;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.ActorTransactions;
import io.zaikong.shell.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class DocumentNumbersTests {

  private static final int THREADS = 12;
  private static final int TRIES = 40;
  private static final Actor TEST = Actor.system("test", Scope.everywhere());
  private static final DivisionCode CITY = new DivisionCode("370300");

  @Test
  void manyWhoIssueAtOnceAndOftenFailLeaveNoGapAndNoDouble() throws Exception {
    try (TestDatabase database = TestDatabase.create("numbers");
        HikariDataSource pool = database.pool(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      NumberStore store = new NumberStore(JdbcClient.create(pool));
      TransactionTemplate transactions =
          new TransactionTemplate(new ActorTransactions(pool, Clock.systemUTC()));
      long one = series(store, transactions, "（淄）应急告");
      long other = series(store, transactions, "（淄）应急字");
      var kept = new ConcurrentSkipListMap<String, Integer>();
      List<Future<?>> work =
          IntStream.range(0, THREADS)
              .<Future<?>>mapToObj(
                  n ->
                      threads.submit(
                          () -> issue(new Random(n), store, transactions, one, other, kept)))
              .toList();
      for (Future<?> each : work) {
        each.get();
      }
      assertThat(kept.values()).allMatch(times -> times == 1);
      for (long series : new long[] {one, other}) {
        for (int year : new int[] {2025, 2026}) {
          String prefix = series + "/" + year + "/";
          List<Integer> numbers =
              kept.keySet().stream()
                  .filter(key -> key.startsWith(prefix))
                  .map(key -> Integer.valueOf(key.substring(prefix.length())))
                  .sorted()
                  .toList();
          assertThat(numbers)
              .hasSizeGreaterThan(20)
              .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        }
      }
    }
  }

  /** Takes numbers, each in a transaction of which a third fails after it. */
  private static void issue(
      Random random,
      NumberStore store,
      TransactionTemplate transactions,
      long one,
      long other,
      ConcurrentSkipListMap<String, Integer> kept) {
    for (int i = 0; i < TRIES; i++) {
      long series = random.nextBoolean() ? one : other;
      int year = random.nextBoolean() ? 2025 : 2026;
      boolean fails = random.nextInt(3) == 0;
      String key =
          TEST.call(
              () ->
                  transactions.execute(
                      status -> {
                        String taken = series + "/" + year + "/" + store.take(series, year);
                        if (fails) {
                          status.setRollbackOnly();
                        }
                        return taken;
                      }));
      if (!fails) {
        kept.merge(String.valueOf(key), 1, Integer::sum);
      }
    }
  }

  private static long series(NumberStore store, TransactionTemplate transactions, String word) {
    NumberSeries series = new NumberSeries(0, CITY, "机关" + word, "kind", word);
    return TEST.call(
        () ->
            java.util.Objects.requireNonNull(
                transactions.execute(
                    status -> store.insert(series, "test", Instant.EPOCH).orElseThrow())));
  }

  @Test
  void aNumberIsWrittenAsTheStandardHasIt() {
    assertThat(new NumberSeries(1, CITY, "淄博市应急管理局", "k", "（淄）应急告").number(2026, 12))
        .isEqualTo("（淄）应急告〔2026〕12号");
  }

  @Test
  void aNumberOnPaperIsKnownByItsSeriesHoweverItWasTyped() {
    NumberSeries series = new NumberSeries(1, CITY, "博山区应急管理局", "k", "（博）应急备");
    for (String typed :
        new String[] {
          "（博）应急备〔2024〕12号", "(博)应急备[2024]12号", " （博）应急备 【2024】 第012号", "（博）应急备（２０２４）１２号"
        }) {
      assertThat(series.find(typed)).as(typed).contains(new NumberSeries.Given(2024, 12));
    }
    for (String other :
        new String[] {"（博）应急备字〔2024〕12号", "（淄）应急备〔2024〕12号", "（博）应急备12号", "〔2024〕12号", ""}) {
      assertThat(series.find(other)).as(other).isEmpty();
    }
  }
}
