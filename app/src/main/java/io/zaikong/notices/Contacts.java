package io.zaikong.notices;

import io.zaikong.journal.Journal;
import io.zaikong.journal.Journal.Subject;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import java.time.Clock;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a person wants to be reached; each keeps his own and sees nobody else's. */
@Service
public class Contacts {

  /** Without quotes, comments and lists, which no person of a bureau has. */
  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

  private static final Pattern PHONE = Pattern.compile("\\+?\\d{5,15}");

  private final ContactStore store;
  private final Journal journal;
  private final Clock clock;

  Contacts(ContactStore store, Journal journal, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Map<Channel, String> own() {
    return store.find(Actor.getCurrent().accountId());
  }

  /**
   * Replaces the own addresses; one that is empty is removed. Refusals name the channel as field.
   */
  @Transactional
  public Outcome<Map<Channel, String>> replaceOwn(Map<Channel, String> addresses) {
    for (var each : addresses.entrySet()) {
      boolean isMail = each.getKey() == Channel.MAIL;
      if (!each.getValue().isEmpty()
          && !(isMail ? MAIL : PHONE).matcher(each.getValue()).matches()) {
        return Outcome.refused(
            each.getKey().name(), isMail ? "notices.contact.mail" : "notices.contact.phone");
      }
    }
    Actor actor = Actor.getCurrent();
    addresses.forEach(
        (channel, address) -> store.put(actor.accountId(), channel, address, clock.instant()));
    journal.record(
        "notice.contact",
        Subject.of("org.account", actor.accountId(), actor.home()),
        Map.of("channels", new TreeSet<>(store.find(actor.accountId()).keySet()).toString()));
    return Outcome.done(addresses);
  }
}
