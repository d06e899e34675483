package io.zaikong.notices;

import io.zaikong.notices.DeliveryStore.Taken;
import io.zaikong.shell.Texts;
import io.zaikong.shell.Words;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A notice as a message, in Simplified Chinese: what, whose, why, until when, and where to go. */
@Component
class MessageText {

  private static final String LINE = "\n";

  private final Texts texts;
  private final String origin;

  MessageText(Texts texts, @Value("${zaikong.access.origins:}") String origins) {
    this.texts = texts;
    this.origin = origins.contains(",") ? origins.substring(0, origins.indexOf(',')) : origins;
  }

  Message of(Taken taken, String address) {
    Words words = texts.in(Locale.SIMPLIFIED_CHINESE);
    Notice notice = taken.notice();
    String kind = words.text(notice.kindKey());
    String subject =
        words.text(
            notice.urgent() ? "notices.message.urgent" : "notices.message.subject",
            kind,
            notice.title());
    StringBuilder text = new StringBuilder(kind).append(LINE).append(notice.title()).append(LINE);
    if (!notice.reasonKey().isEmpty()) {
      text.append(words.text(notice.reasonKey(), notice.reasonParameters().toArray())).append(LINE);
    }
    notice.findDue().ifPresent(due -> text.append(inWords(due, words)).append(LINE));
    text.append(origin).append(notice.href());
    return new Message(
        taken.key(),
        taken.channel(),
        address,
        subject.replaceAll("\\p{Cntrl}+", " "),
        text.toString(),
        origin + notice.href(),
        notice.urgent());
  }

  private static String inWords(Due due, Words words) {
    String day = words.text("notices.inbox.due", words.date(due.day()));
    String whole = due.provisional() ? words.text("notices.inbox.provisional", day) : day;
    return due.clause().isEmpty() ? whole : words.text("shell.form.by_clause", whole, due.clause());
  }
}
