package io.zaikong.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zaikong.journal.Journal.Subject;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.Agencies;
import io.zaikong.org.Agencies.Agency;
import io.zaikong.org.Agencies.Kind;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.IllegalTransactionStateException;

class InboxTests {

  private static final DivisionCode A = new DivisionCode("370303");
  private static final DivisionCode B = new DivisionCode("370304");

  private final NoticeContext city;

  InboxTests(@TempDir Path data) {
    city = new NoticeContext("inbox", data);
  }

  @AfterEach
  void end() {
    city.close();
  }

  private static NewNotice filing(long id, DivisionCode division, Owner owner) {
    return NewNotice.of(
        "account.waiting", Subject.of("org.account", id, division), "事项" + id, "/x/" + id, owner);
  }

  private List<String> titles(Actor actor, InboxFilter filter) {
    return city.as(actor, () -> city.get(Inbox.class).list(filter, 0, 50)).notices().stream()
        .map(Notice::title)
        .toList();
  }

  private List<String> titles(Actor actor) {
    return titles(actor, InboxFilter.own());
  }

  private int close(Actor actor, long id) {
    return city.as(
        actor,
        () -> city.get(Notices.class).close("account.waiting", "org.account", Long.toString(id)));
  }

  @Test
  void raisingTwiceChangesNothingAndClosingOnceEndsIt() {
    Actor officer = city.person("of-a", "370303", Role.OFFICER);
    NewNotice notice = filing(900, A, new Owner.RoleIn(Role.OFFICER, A));

    city.raise(notice);
    city.raise(notice);
    assertThat(titles(officer)).containsExactly("事项900");
    assertThat(city.as(officer, () -> city.get(Inbox.class).count())).isEqualTo(1);
    assertThat(close(officer, 900)).isEqualTo(1);
    assertThat(close(officer, 900)).isZero();
    city.raise(notice);
    assertThat(titles(officer)).isEmpty();
    city.raise(notice.withNaturalKey("2027"));
    assertThat(titles(officer)).containsExactly("事项900");
    assertThat(
            city.count(
                "select count(*) from journal.entry where act = 'notice.raise' and detail->>'of' ="
                    + " 'org.account 900'"))
        .isEqualTo(2);
    assertThat(
            city.count(
                "select count(*) from journal.entry where act = 'notice.close' and detail->>'of' ="
                    + " 'org.account 900'"))
        .isEqualTo(1);
  }

  @Test
  void itIsRaisedAndEndedOnlyInTheTransactionOfAnAct() {
    assertThatThrownBy(
            () ->
                NoticeContext.SYSTEM.run(
                    () -> city.get(Notices.class).raise(filing(1, A, new Owner.Post(1)))))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void anotherDistrictsOfficerNeitherSeesNorCloses() {
    Actor one = city.person("of-a", "370303", Role.OFFICER);
    Actor other = city.person("of-b", "370304", Role.OFFICER);
    city.raise(filing(900, A, new Owner.RoleIn(Role.OFFICER, A)));

    InboxFilter all = new InboxFilter(true, "", null, null);
    assertThat(titles(other, all)).doesNotContain("事项900");
    assertThat(close(other, 900)).isZero();
    assertThat(titles(one, all)).contains("事项900");
    assertThatThrownBy(
            () ->
                city.as(
                    other,
                    () -> {
                      city.get(Notices.class)
                          .raise(filing(901, A, new Owner.RoleIn(Role.OFFICER, B)));
                      return true;
                    }))
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void anEnterpriseSeesOnlyItsOwnAndNothingInternal() {
    Actor mine = city.person("e1", "370303", null, 71L, Role.ENTERPRISE_SAFETY_MANAGER);
    Actor other = city.person("e2", "370303", null, 72L, Role.ENTERPRISE_SAFETY_MANAGER);
    Subject subject = new Subject("org.account", "900", A, 71L);
    city.raise(
        NewNotice.of(
            "account.waiting",
            subject,
            "申报",
            "/x",
            new Owner.RoleOf(Role.ENTERPRISE_SAFETY_MANAGER, 71)));
    city.raise(filing(901, A, new Owner.RoleIn(Role.OFFICER, A)));

    InboxFilter all = new InboxFilter(true, "", null, null);
    assertThat(titles(mine)).containsExactly("申报");
    assertThat(titles(mine, all)).containsExactly("申报");
    assertThat(titles(other, all)).isEmpty();
    assertThat(close(other, 900)).isZero();
    assertThat(close(mine, 901)).isZero();
    assertThat(close(mine, 900)).isEqualTo(1);
  }

  @Test
  void whatNobodyOfATownshipMayDoGoesToTheNearestAbove() {
    Actor district = city.person("of-d", "370303", Role.OFFICER);
    Actor above = city.person("of-c", "370300", Role.OFFICER);
    DivisionCode township = new DivisionCode("370303001");
    city.raise(filing(900, township, new Owner.RoleIn(Role.OFFICER, township)));
    city.raise(filing(901, B, new Owner.RoleIn(Role.OFFICER, B)));

    assertThat(titles(district)).containsExactly("事项900");
    assertThat(titles(above)).containsExactly("事项901");
    // a district's act asks the city, whose accounts the district does not see
    city.as(
        district,
        () -> {
          city.get(Notices.class)
              .raise(filing(902, A, new Owner.RoleIn(Role.OFFICER, new DivisionCode("370300"))));
          return true;
        });
    assertThat(titles(above)).containsExactly("事项901", "事项902");
  }

  @Test
  void aPostsMattersGoWithThePost() {
    Actor first = city.person("p1", "370303", Role.OFFICER);
    Actor second = city.person("p2", "370303", Role.OFFICER);
    long post =
        city.as(
            NoticeContext.SYSTEM,
            () -> {
              Agencies agencies = city.get(Agencies.class);
              if (!(agencies.create("甲区局", Kind.BUREAU, A) instanceof Done<Agency>(Agency made))) {
                throw new IllegalStateException();
              }
              agencies.addPost(made.id(), "科长");
              long id = agencies.listPosts().getFirst().id();
              agencies.appoint(id, first.accountId());
              return id;
            });
    city.raise(filing(900, A, new Owner.Post(post)));

    assertThat(titles(first)).containsExactly("事项900");
    city.pass(java.time.Duration.ofDays(3));
    city.as(NoticeContext.SYSTEM, () -> city.get(Agencies.class).appoint(post, second.accountId()));
    assertThat(titles(first)).isEmpty();
    assertThat(titles(second)).containsExactly("事项900");
    assertThat(
            city.as(
                NoticeContext.SYSTEM,
                () -> city.get(Recipients.class).accountsOf(new Owner.Post(post))))
        .containsExactly(second.accountId());
  }

  @Test
  void urgentOnesComeFirstThenTheEarliestAndTheFiltersKeepTheirDays() {
    Actor officer = city.person("of-a", "370303", Role.OFFICER);
    Owner own = new Owner.Person(officer.accountId());
    city.raise(filing(901, A, own));
    city.raise(filing(902, A, own).withDue(Due.by(city.today().plusDays(4), "")));
    city.raise(filing(903, A, own).withDue(Due.by(city.today().plusDays(3), "")));
    city.raise(filing(904, A, own).withDue(Due.by(city.today().minusDays(1), "")));
    city.raise(filing(905, A, own).withDue(Due.by(city.today(), "")));
    city.raise(filing(906, A, own).withDue(Due.by(city.today().plusDays(9), "")).sentOutUrgently());

    assertThat(titles(officer))
        .containsExactly("事项906", "事项904", "事项905", "事项903", "事项902", "事项901");
    assertThat(titles(officer, InboxFilter.own().overdue(city.today()))).containsExactly("事项904");
    assertThat(titles(officer, InboxFilter.own().soon(city.today())))
        .containsExactly("事项905", "事项903");
    assertThat(titles(officer, new InboxFilter(false, "other", null, null))).isEmpty();
  }

  @Test
  void whatIsWithdrawnLeavesTheInboxAndStaysWithItsReason() {
    Actor officer = city.person("of-a", "370303", Role.OFFICER);
    city.raise(filing(900, A, new Owner.Person(officer.accountId())));
    city.as(
        officer,
        () -> city.get(Notices.class).withdraw("account.waiting", "org.account", "900", "重复申报"));

    assertThat(titles(officer)).isEmpty();
    assertThat(city.count("select count(*) from notices.notice where withdrawn_reason = '重复申报'"))
        .isEqualTo(1);
  }
}
