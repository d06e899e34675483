package io.zaikong.notices;

import io.zaikong.journal.Journal.Subject;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A matter to put before somebody. Made by {@link #of}, completed by the {@code with} methods.
 *
 * @param kind of matter: {@code notice.KIND} and {@code notice.KIND.act} are its words, the second
 *     a verb for the button
 * @param subject the record, its division, and the enterprise whose people may see the notice too;
 *     without enterprise for an internal matter
 * @param naturalKey tells apart matters of one kind about one record, such as the year of a return;
 *     empty when there can be only one
 * @param title the matter itself, such as an enterprise's name
 * @param href the page where the act is done
 */
public record NewNotice(
    String kind,
    Subject subject,
    String naturalKey,
    String title,
    String href,
    Owner owner,
    @Nullable Due due,
    Reason reason,
    Sending sending) {

  private static final Pattern KIND = Pattern.compile("[a-z_0-9]+(\\.[a-z_0-9]+)*");
  private static final Pattern HREF = Pattern.compile("/(?![/\\\\])[^\\p{Cntrl}\\\\]*");

  /** Why it is asked: a text key, empty when the kind says enough, and the text's parameters. */
  record Reason(String key, List<String> parameters) {

    private static final Reason NONE = new Reason("", List.of());

    Reason {
      parameters = List.copyOf(parameters);
    }
  }

  /** Whether it is also sent out; what is urgent, at any hour. */
  enum Sending {
    NONE,
    SENT_OUT,
    URGENT
  }

  public NewNotice {
    if (!KIND.matcher(kind).matches() || !HREF.matcher(href).matches()) {
      throw new IllegalArgumentException("kind " + kind + ", href " + href);
    }
  }

  public static NewNotice of(String kind, Subject subject, String title, String href, Owner owner) {
    return new NewNotice(kind, subject, "", title, href, owner, null, Reason.NONE, Sending.NONE);
  }

  public NewNotice withNaturalKey(String key) {
    return new NewNotice(kind, subject, key, title, href, owner, due, reason, sending);
  }

  public NewNotice withDue(Due last) {
    return new NewNotice(kind, subject, naturalKey, title, href, owner, last, reason, sending);
  }

  public NewNotice withReason(String key, String... parameters) {
    Reason why = new Reason(key, List.of(parameters));
    return new NewNotice(kind, subject, naturalKey, title, href, owner, due, why, sending);
  }

  /** Sent out too, in the quiet hours not. */
  public NewNotice sentOut() {
    return with(Sending.SENT_OUT);
  }

  /** Before all others, and sent out at any hour, by call too. */
  public NewNotice sentOutUrgently() {
    return with(Sending.URGENT);
  }

  private NewNotice with(Sending how) {
    return new NewNotice(kind, subject, naturalKey, title, href, owner, due, reason, how);
  }
}
