package io.zaikong.notices;

import io.zaikong.shell.Actor;
import io.zaikong.shell.Role;
import io.zaikong.shell.TodoCounter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for the person who acts: as a person, by post, by role in division or enterprise. */
@Service
public class Inbox implements TodoCounter {

  private final NoticeStore store;
  private final Recipients recipients;

  Inbox(NoticeStore store, Recipients recipients) {
    this.store = store;
    this.recipients = recipients;
  }

  /** A part of the inbox, the count of the whole, and the kinds that there are without filter. */
  public record Part(List<Notice> notices, long total, List<String> kinds) {}

  /** Four statements: the posts, the part, its count, the kinds. */
  @Transactional(readOnly = true)
  public Part list(InboxFilter filter, long offset, int limit) {
    List<String> owners = owners();
    return new Part(
        store.list(filter, owners, offset, limit),
        store.count(filter, owners),
        store.listKinds(filter.territory(), owners));
  }

  @Override
  public String path() {
    return "/inbox";
  }

  /** Two statements, the second on an index. */
  @Override
  @Transactional(readOnly = true)
  public long count() {
    return store.count(InboxFilter.own(), owners());
  }

  private List<String> owners() {
    Actor actor = Actor.getCurrent();
    List<String> owners = new ArrayList<>();
    owners.add(new Owner.Person(actor.accountId()).key());
    recipients.ownPosts().forEach(post -> owners.add(new Owner.Post(post).key()));
    for (Role role : actor.roles()) {
      owners.add(new Owner.RoleIn(role, actor.home()).key());
      actor.scope().enterprises().forEach(id -> owners.add(new Owner.RoleOf(role, id).key()));
    }
    return owners;
  }
}
