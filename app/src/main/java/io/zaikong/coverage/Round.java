package io.zaikong.coverage;

import io.zaikong.enterprises.Category;
import io.zaikong.kit.DivisionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A census round (普查) of a city.
 *
 * @param categories whose enterprises have to report
 * @param dueOn the last day; from the next on who has not reported is overdue
 * @param closedAt null while it is open
 */
public record Round(
    long id,
    DivisionCode division,
    String name,
    Set<Category> categories,
    LocalDate openedOn,
    LocalDate dueOn,
    String openedBy,
    @Nullable Instant closedAt,
    String closedReason) {

  /** Categories whose enterprises have the kinds of sources that the register knows. */
  public static final Set<Category> USUAL =
      Collections.unmodifiableSet(
          EnumSet.of(
              Category.HAZCHEM_PRODUCTION,
              Category.HAZCHEM_TRADE,
              Category.HAZCHEM_USE,
              Category.NON_COAL_MINE,
              Category.TAILINGS_POND,
              Category.FIREWORKS_WHOLESALE,
              Category.FIREWORKS_RETAIL,
              Category.FIREWORKS_OTHER));

  public Round {
    categories = Collections.unmodifiableSet(new TreeSet<>(categories));
  }

  public boolean isOpen() {
    return closedAt == null;
  }
}
