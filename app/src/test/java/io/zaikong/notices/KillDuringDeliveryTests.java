package io.zaikong.notices;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.ChildJvm;
import io.zaikong.database.DatabaseSettings;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.notices.Gateway.Kind;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillDuringDeliveryTests {

  private static final int MESSAGES = 6;
  private static final int FATAL = 3;

  @TempDir private Path data = Path.of("");

  @Test
  void afterAKillInTheMiddleNoMessageIsLostAndOnlyTheOneOnItsWayComesTwice() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch killed = new CountDownLatch(1);
    try (LocalGateway gateway = new LocalGateway();
        NoticeContext city = new NoticeContext("killed", data)) {
      prepare(city, gateway);
      gateway.answering(
          message -> {
            if (gateway.received.size() == FATAL) {
              reached.countDown();
              await(killed);
            }
            return 200;
          });
      DatabaseSettings settings = city.database.settings();
      try (ChildJvm sender =
          ChildJvm.start(
              data.resolve("out"),
              KilledSender.class.getName(),
              settings.url(),
              settings.app().user(),
              settings.app().password(),
              data.toString())) {
        assertThat(reached.await(2, TimeUnit.MINUTES)).as(sender.output()).isTrue();
        sender.kill();
      }
      killed.countDown();
      DeliveryWorker worker = city.get(DeliveryWorker.class);
      worker.sendDue(Kind.HOOK);
      assertThat(gateway.received).hasSize(MESSAGES);
      city.pass(Duration.ofMinutes(10));
      worker.sendDue(Kind.HOOK);

      String doubled = gateway.received.get(FATAL - 1).key();
      Map<String, Long> times =
          gateway.received.stream().collect(groupingBy(LocalGateway.Received::key, counting()));
      assertThat(times).hasSize(MESSAGES);
      assertThat(times)
          .allSatisfy((key, n) -> assertThat(n).isEqualTo(key.equals(doubled) ? 2 : 1));
      assertThat(city.count("select count(*) from notices.delivery where state = 'SENT'"))
          .isEqualTo(MESSAGES);
      assertThat(city.count("select count(*) from journal.entry where act = 'notice.send'"))
          .isEqualTo(MESSAGES);
    }
  }

  private static void prepare(NoticeContext city, LocalGateway gateway) {
    Actor admin = city.person("admin", "370300", Role.SYSTEM_ADMINISTRATOR);
    Actor officer = city.person("officer", "370303", Role.OFFICER);
    city.as(
        admin, () -> city.get(Gateways.class).keepHook(gateway.url(), "a-secret-of-the-gateway"));
    city.as(officer, () -> city.get(Contacts.class).replaceOwn(Map.of(Channel.SMS, "13800000000")));
    for (int i = 1; i <= MESSAGES; i++) {
      city.raise(
          NewNotice.of(
                  "account.waiting",
                  Subject.of("org.account", 900 + i, new DivisionCode("370303")),
                  "事项" + i,
                  "/x",
                  new Owner.Person(officer.accountId()))
              .sentOut());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(2, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
