package io.zaikong.filings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a source lacks (履责欠缺).
 *
 * @param parameters of the text {@code filings.lack.KIND}; text keys with commas between them are
 *     put in words
 * @param due by when it had or has to be mended; null when no day is set
 */
public record Lack(
    Kind kind, List<String> parameters, @Nullable Deadline due, boolean overdue, String clause) {

  /** About what a lack is. */
  public enum Topic {
    ASSESSMENT,
    FILING,
    ACCOUNTABLE,
    CHECKS
  }

  /** A lack; {@code late} whether it counts among those that are overdue by law. */
  public enum Kind {
    INCOMPLETE(Topic.ASSESSMENT, false),
    NOT_ASSESSED(Topic.ASSESSMENT, false),
    LEVEL_CHANGED(Topic.ASSESSMENT, false),
    CAUSE(Topic.ASSESSMENT, false),
    ASSESSMENT_EXPIRED(Topic.ASSESSMENT, true),
    ASSESSMENT_EXPIRES(Topic.ASSESSMENT, true),
    QUANTITATIVE(Topic.ASSESSMENT, false),
    NOT_FILED(Topic.FILING, true),
    NO_LONGER_MAJOR(Topic.FILING, false),
    CANCELLATION(Topic.FILING, false),
    NO_ACCOUNTABLE(Topic.ACCOUNTABLE, false),
    CHECK_DUE(Topic.CHECKS, false);

    private final Topic topic;
    private final boolean late;

    Kind(Topic topic, boolean late) {
      this.topic = topic;
      this.late = late;
    }

    public Topic topic() {
      return topic;
    }
  }

  public Lack {
    parameters = List.copyOf(parameters);
  }

  static Lack of(Kind kind, String clause, String... parameters) {
    return new Lack(kind, List.of(parameters), null, false, clause);
  }

  static Lack by(Kind kind, Deadline due, LocalDate today, String... parameters) {
    return new Lack(kind, List.of(parameters), due, due.isPast(today), due.clause());
  }

  public Optional<Deadline> findDue() {
    return Optional.ofNullable(due);
  }

  /** Whether an assessment or a filing is late: what the figure of overdue sources counts. */
  public boolean isLate() {
    return kind.late && overdue;
  }

  /** Not wanting today, only soon. */
  public boolean isAhead() {
    return !overdue
        && (kind == Kind.ASSESSMENT_EXPIRES || kind == Kind.CHECK_DUE || kind == Kind.CANCELLATION);
  }

  public String textKey() {
    return "filings.lack." + kind.name();
  }
}
