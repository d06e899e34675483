package io.zaikong.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.notices.Gateway.Kind;
import io.zaikong.notices.Gateway.Security;
import io.zaikong.notices.Receipts.Answer;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Role;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sending, against a gateway and a mail server of this machine, with a clock that is moved. */
class DeliveryTests {

  private static final DivisionCode A = new DivisionCode("370303");
  private static final String SECRET = "a-secret-of-the-gateway";

  private final Path data;
  private final NoticeContext city;
  private final LocalGateway gateway = new LocalGateway();
  private final LocalMail mail = new LocalMail();
  private final Actor admin;
  private final Actor officer;
  private int raised;

  DeliveryTests(@TempDir Path data) throws Exception {
    this.data = data;
    city = new NoticeContext("delivery", data);
    admin = city.person("admin", "370300", Role.SYSTEM_ADMINISTRATOR);
    officer = city.person("officer", "370303", Role.OFFICER);
  }

  @AfterEach
  void end() throws Exception {
    city.close();
    gateway.close();
    mail.close();
  }

  private void reach(Actor person, Channel channel, String address) {
    Map<Channel, String> addresses = new EnumMap<>(Channel.class);
    addresses.put(channel, address);
    assertThat(city.as(person, () -> city.get(Contacts.class).replaceOwn(addresses)))
        .isInstanceOf(Done.class);
  }

  private void useGateway() {
    assertThat(keepHook(gateway.url(), SECRET)).isInstanceOf(Done.class);
  }

  private Outcome<Gateway> keepHook(String url, String secret) {
    return city.as(admin, () -> city.get(Gateways.class).keepHook(url, secret));
  }

  private Outcome<Gateway> keepSmtp(int port, String username, String password) {
    Gateway smtp =
        new Gateway(Kind.SMTP, "localhost", port, Security.NONE, username, "bureau@example.gov.cn");
    return city.as(admin, () -> city.get(Gateways.class).keepSmtp(smtp, password));
  }

  private NewNotice notice(Actor owner) {
    raised++;
    return NewNotice.of(
        "account.waiting",
        Subject.of("org.account", 900 + raised, A),
        "事项" + raised,
        "/x/" + raised,
        new Owner.Person(owner.accountId()));
  }

  private void work() {
    city.get(DeliveryWorker.class).address();
    city.get(DeliveryWorker.class).sendDue(Kind.HOOK);
    city.get(DeliveryWorker.class).sendDue(Kind.SMTP);
  }

  private long inState(String state) {
    return city.count("select count(*) from notices.delivery where state = ?", state);
  }

  @Test
  void aMailArrivesOnceWithWhatWhyUntilWhenAndWhere() throws Exception {
    keepSmtp(mail.port(), "bureau", "mail-password");
    reach(officer, Channel.MAIL, "wang@example.gov.cn");
    city.raise(
        notice(officer).withDue(new Due(city.today().plusDays(15), "令40 第十条", true)).sentOut());
    city.raise(notice(officer)); // not to be sent
    work();
    work();

    assertThat(mail.mails).hasSize(1);
    MimeMessage read =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(mail.mails.getFirst().getBytes(StandardCharsets.UTF_8)));
    assertThat(read.getSubject()).isEqualTo("【在控】待授权账号：事项1");
    assertThat(read.getContent().toString())
        .contains("事项1", "2026-12-09 到期", "暂定", "令40 第十条", "http://bureau.example/x/1");
    String key =
        city.all().sql("select key::text from notices.delivery").query(String.class).single();
    assertThat(read.getMessageID()).isEqualTo("<" + key + "@example.gov.cn>");
    assertThat(mail.signIns).hasSize(1);
    assertThat(inState("SENT")).isEqualTo(1);
    assertThat(city.count("select count(*) from journal.entry where act = 'notice.send'"))
        .isEqualTo(1);
  }

  @Test
  void aRecipientThatTheMailServerRefusesFailsAtOnceAndTheOthersGetTheirs() throws Exception {
    keepSmtp(mail.port(), "", "");
    Actor second = city.person("second", "370303", Role.OFFICER);
    reach(officer, Channel.MAIL, "nobody@example.gov.cn");
    reach(second, Channel.MAIL, "li@example.gov.cn");
    city.raise(notice(officer).sentOut());
    city.raise(notice(second).sentOut());
    work();

    assertThat(mail.mails).hasSize(1);
    assertThat(inState("FAILED")).isEqualTo(1);
    assertThat(city.as(admin, () -> city.get(Deliveries.class).list("FAILED", 0, 10)).names())
        .containsValue("officer");
  }

  @Test
  void aMessageToTheGatewayIsSignedOverTimestampAndBody() {
    useGateway();
    reach(officer, Channel.SMS, "13800000000");
    city.raise(notice(officer).sentOut());
    work();

    LocalGateway.Received got = gateway.received.getFirst();
    assertThat(got.signature())
        .isEqualTo(Signature.of(SECRET, NoticeContext.START.getEpochSecond(), got.raw()));
    assertThat(got.body().get("channel").asString()).isEqualTo("SMS");
    assertThat(got.body().get("href").asString()).isEqualTo("http://bureau.example/x/1");
    assertThat(got.key()).isEqualTo(got.body().get("id").asString());
    assertThat(
            Signature.isValid(
                SECRET,
                got.timestamp(),
                got.signature(),
                "{}".getBytes(StandardCharsets.UTF_8),
                NoticeContext.START))
        .isFalse();
  }

  @Test
  void aFailedAttemptIsRepeatedAfterOneTwoFourMinutesUnderTheSameKeyAndThenGivenUp() {
    useGateway();
    reach(officer, Channel.SMS, "13800000000");
    gateway.answering(message -> 503);
    city.raise(notice(officer).sentOut());
    work();
    work();
    assertThat(gateway.received).hasSize(1);
    for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
      int before = gateway.received.size();
      city.pass(Duration.ofMinutes(minutes).minusSeconds(1));
      work();
      assertThat(gateway.received).as("just before %d min", minutes).hasSize(before);
      city.pass(Duration.ofSeconds(1));
      work();
      assertThat(gateway.received).as("after %d min", minutes).hasSize(before + 1);
    }
    assertThat(gateway.received).hasSize(10);
    assertThat(gateway.received.stream().map(LocalGateway.Received::key).distinct()).hasSize(1);
    assertThat(inState("FAILED")).isEqualTo(1);
    city.pass(Duration.ofDays(1));
    work();
    assertThat(gateway.received).hasSize(10);

    gateway.answering(message -> 202);
    long id = city.count("select id from notices.delivery");
    assertThat(city.as(admin, () -> city.get(Deliveries.class).resend(id)))
        .isInstanceOf(Done.class);
    work();
    assertThat(inState("SENT")).isEqualTo(1);
    assertThat(city.as(admin, () -> city.get(Deliveries.class).resend(id)))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aPoisonMessageHoldsUpNoOtherAndARedirectIsNotFollowed() {
    useGateway();
    reach(officer, Channel.SMS, "13800000000");
    Actor second = city.person("second", "370303", Role.OFFICER);
    reach(second, Channel.SMS, "13900000000");
    gateway.answering(message -> message.to().startsWith("138") ? 302 : 200);
    for (int i = 0; i < 3; i++) {
      city.raise(notice(officer).sentOut());
      city.raise(notice(second).sentOut());
    }
    work();

    assertThat(inState("SENT")).isEqualTo(3);
    assertThat(inState("FAILED")).isEqualTo(3);
    assertThat(gateway.received).hasSize(6);
  }

  @Test
  void inTheQuietHoursOnlyUrgentMessagesGoOutAndCallsAreForThoseAlone() {
    useGateway();
    city.as(admin, () -> city.get(Gateways.class).keepQuietHours("22:00-07:00"));
    city.goTo("2026-11-24T15:00:00Z"); // 23:00 in the bureau
    Map<Channel, String> both = new EnumMap<>(Channel.class);
    both.put(Channel.SMS, "13800000000");
    both.put(Channel.VOICE, "053312345");
    city.as(officer, () -> city.get(Contacts.class).replaceOwn(both));
    city.raise(notice(officer).sentOut());
    city.raise(notice(officer).sentOutUrgently());
    work();
    assertThat(gateway.received)
        .extracting(r -> r.body().get("channel").asString())
        .containsExactlyInAnyOrder("SMS", "VOICE");
    assertThat(gateway.received).allMatch(r -> r.body().get("urgent").asBoolean());

    city.goTo("2026-11-24T22:59:59Z");
    work();
    assertThat(gateway.received).hasSize(2);
    city.goTo("2026-11-24T23:00:00Z"); // 07:00
    work();
    assertThat(gateway.received).hasSize(3);
  }

  @Test
  void whatIsSettledBeforeIsNotSentAnyMore() {
    useGateway();
    reach(officer, Channel.SMS, "13800000000");
    gateway.answering(message -> 503);
    city.raise(notice(officer).sentOut());
    work();
    city.as(officer, () -> city.get(Notices.class).close("account.waiting", "org.account", "901"));
    city.pass(Duration.ofHours(1));
    work();

    assertThat(gateway.received).hasSize(1);
    assertThat(inState("DROPPED")).isEqualTo(1);
  }

  @Test
  void aMessageWhoseSenderDiedIsSentAgainUnderItsKeyOnceTheLeaseHasEnded() {
    useGateway();
    reach(officer, Channel.SMS, "13800000000");
    city.raise(notice(officer).sentOut());
    city.get(DeliveryWorker.class).address();
    Outbox.Ready taken =
        city.as(
            NoticeContext.SYSTEM,
            () -> city.get(Outbox.class).take(java.util.List.of(Channel.SMS)).orElseThrow());
    work(); // another worker: it is taken
    assertThat(gateway.received).isEmpty();
    city.pass(Duration.ofMinutes(10));
    work();
    assertThat(gateway.received)
        .extracting(LocalGateway.Received::key)
        .containsExactly(taken.taken().key().toString());
    // the first one was only slow: what it reports late changes nothing
    city.as(
        NoticeContext.SYSTEM,
        () -> {
          city.get(Outbox.class).settle(taken.taken(), new Attempt.Never("late"));
          return true;
        });
    assertThat(inState("SENT")).isEqualTo(1);
  }

  private Answer receipt(String secret, long seconds, String body) {
    byte[] raw = body.getBytes(StandardCharsets.UTF_8);
    return city.get(Receipts.class)
        .take(Long.toString(seconds), Signature.of(secret, seconds, raw), raw);
  }

  @Test
  void aReceiptCountsWhenItIsSignedAndFreshAndNeverGoesBack() {
    long now = NoticeContext.START.getEpochSecond();
    assertThat(receipt(SECRET, now, "{}")).isEqualTo(Answer.NOT_SIGNED); // no gateway yet
    useGateway();
    reach(officer, Channel.SMS, "13800000000");
    city.raise(notice(officer).sentOut());
    work();
    String read =
        "{\"id\": \"%s\", \"state\": \"READ\"}".formatted(gateway.received.getFirst().key());
    String delivered = read.replace("READ", "DELIVERED");

    assertThat(receipt("another-secret-of-nobody", now, read)).isEqualTo(Answer.NOT_SIGNED);
    assertThat(receipt(SECRET, now - 301, read)).isEqualTo(Answer.NOT_SIGNED);
    assertThat(receipt(SECRET, now, "{\"id\": 7}")).isEqualTo(Answer.NOT_READABLE);
    assertThat(receipt(SECRET, now, read.replace("READ", "WAITING")))
        .isEqualTo(Answer.NOT_READABLE);
    assertThat(inState("SENT")).isEqualTo(1);
    assertThat(receipt(SECRET, now, delivered)).isEqualTo(Answer.TAKEN);
    assertThat(inState("DELIVERED")).isEqualTo(1);
    assertThat(receipt(SECRET, now + 300, read)).isEqualTo(Answer.TAKEN);
    assertThat(receipt(SECRET, now, delivered)).isEqualTo(Answer.TAKEN);
    assertThat(receipt(SECRET, now, read.replace("READ", "FAILED"))).isEqualTo(Answer.TAKEN);
    assertThat(inState("READ")).isEqualTo(1);
    assertThat(city.count("select count(*) from journal.entry where act = 'notice.receipt'"))
        .isEqualTo(2);
  }

  @Test
  void aSecretIsSealedWithAKeyOfTheDataFolderAndNeverGoesToAnotherHost() throws Exception {
    useGateway();
    keepSmtp(mail.port(), "bureau", "mail-password");

    assertThat(
            city.count(
                """
                select count(*) from notices.gateway
                where position(?::bytea in secret) > 0 or position(?::bytea in secret) > 0
                """,
                SECRET.getBytes(StandardCharsets.UTF_8),
                "mail-password".getBytes(StandardCharsets.UTF_8)))
        .isZero();
    assertThat(
            city.count(
                "select count(*) from journal.entry where detail::text like '%password\"%' or"
                    + " detail::text like '%a-secret%'"))
        .isZero();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("notices.key"))))
        .isEqualTo("rw-------");
    assertThat(keepHook(gateway.url(), "")).isInstanceOf(Done.class);
    assertThat(keepHook(gateway.url() + "2", "")).isInstanceOf(Outcome.Refused.class);
    assertThat(keepHook(gateway.url(), "short")).isInstanceOf(Outcome.Refused.class);
    assertThat(keepSmtp(mail.port(), "bureau", "")).isInstanceOf(Done.class);
    assertThat(keepSmtp(mail.port(), "another", "")).isInstanceOf(Outcome.Refused.class);
    assertThat(city.as(NoticeContext.SYSTEM, () -> city.get(Gateways.class).findSecret(Kind.SMTP)))
        .contains("mail-password");
  }

  @Test
  void nobodyReadsAnothersAddressesAndNoDistrictAnothersMessages() {
    useGateway();
    Actor other = city.person("other", "370304", Role.OFFICER, Role.CHIEF);
    reach(officer, Channel.SMS, "13800000000");
    city.raise(notice(officer).sentOut());
    work();

    assertThat(city.as(other, () -> city.get(ContactStore.class).find(officer.accountId())))
        .isEmpty();
    assertThat(city.as(admin, () -> city.get(ContactStore.class).find(officer.accountId())))
        .isEmpty();
    assertThat(city.as(other, () -> city.get(Deliveries.class).list("", 0, 10)).total()).isZero();
    assertThat(city.as(admin, () -> city.get(Deliveries.class).list("", 0, 10)).total())
        .isEqualTo(1);
  }
}
