package io.zaikong.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A to-do (待办) that waits, as its owner reads it.
 *
 * @param divisionCode where the matter lies
 */
public record Notice(
    long id,
    String kind,
    String subject,
    String subjectId,
    String title,
    String href,
    String divisionCode,
    @Nullable Due due,
    String reasonKey,
    List<String> reasonParameters,
    boolean urgent,
    Instant raisedAt) {

  public Notice {
    reasonParameters = List.copyOf(reasonParameters);
  }

  public Optional<Due> findDue() {
    return Optional.ofNullable(due);
  }

  /** Below zero when the day has passed; empty without a day. */
  public OptionalLong daysLeft(LocalDate today) {
    return due == null
        ? OptionalLong.empty()
        : OptionalLong.of(ChronoUnit.DAYS.between(today, due.day()));
  }

  public String kindKey() {
    return "notice." + kind;
  }

  public String actKey() {
    return "notice." + kind + ".act";
  }
}
