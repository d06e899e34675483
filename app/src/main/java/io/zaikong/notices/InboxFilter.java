package io.zaikong.notices;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which open notices.
 *
 * @param territory all of the reader's territory instead of his own
 * @param kind empty for every kind
 * @param from the first due day; null for any
 * @param before the day after the last due day; null for any
 */
public record InboxFilter(
    boolean territory, String kind, @Nullable LocalDate from, @Nullable LocalDate before) {

  private static final int SOON_DAYS = 3;

  public static InboxFilter own() {
    return new InboxFilter(false, "", null, null);
  }

  public InboxFilter overdue(LocalDate today) {
    return new InboxFilter(territory, kind, null, today);
  }

  /** Not yet late, due within three days. */
  public InboxFilter soon(LocalDate today) {
    return new InboxFilter(territory, kind, today, today.plusDays(SOON_DAYS + 1));
  }
}
