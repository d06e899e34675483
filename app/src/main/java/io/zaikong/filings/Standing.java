package io.zaikong.filings;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a source stands: its facts on one row, and what it lacks by them.
 *
 * @param filed the version in force; {@code open} the one that is on its way; null when none
 * @param ended whether an earlier version was cancelled
 */
public record Standing(
    MajorSource source,
    @Nullable Assessed assessed,
    @Nullable LocalDate causeOn,
    @Nullable LocalDate acceptanceOn,
    @Nullable Version filed,
    @Nullable Version open,
    boolean ended,
    Set<AccountableRole> persons,
    @Nullable Duty technical,
    @Nullable Duty operational) {

  private static final int AHEAD_DAYS = 90;

  /** The latest assessment. */
  record Assessed(
      long id,
      LocalDate completedOn,
      @Nullable Integer level,
      boolean quantitativeRequired,
      boolean quantitativeDone) {}

  /**
   * @param on the day on which it came into force, or was submitted
   * @param askedOn when its cancellation was asked for
   */
  public record Version(
      long id,
      int version,
      FilingState.Name state,
      @Nullable Long assessmentId,
      @Nullable LocalDate submittedOn,
      @Nullable LocalDate filedOn,
      String number,
      @Nullable LocalDate askedOn) {}

  /** A person's term and last check. */
  record Duty(LocalDate from, @Nullable LocalDate last) {}

  /** As the register shows it: what is on its way first. */
  public String status() {
    if (open != null) {
      return open.state().name();
    }
    if (filed != null) {
      return filed.state().name();
    }
    return ended ? FilingState.Name.CANCELLED.name() : "NONE";
  }

  public Optional<Version> findFiled() {
    return Optional.ofNullable(filed);
  }

  public Optional<Version> findOpen() {
    return Optional.ofNullable(open);
  }

  /** What waits for the bureau. */
  public boolean isWaiting() {
    String status = status();
    return List.of("SUBMITTED", "ACCEPTED", "CANCELLATION_ASKED", "CHECKED").contains(status);
  }

  /** The most urgent first. */
  public List<Lack> lacks(LocalDate today, Deadlines deadlines) {
    return new Lacks(this, today, deadlines).list();
  }

  /** The earliest day that anything falls due. */
  public static Optional<Deadline> earliest(List<Lack> lacks) {
    return lacks.stream()
        .flatMap(l -> l.findDue().stream())
        .min(Comparator.comparing(Deadline::day));
  }

  boolean isMajor() {
    return source.level() != null;
  }

  /**
   * Whether the duties of a major source hold. What was assessed as one keeps them while it cannot
   * be judged: what is missing now excuses nothing.
   */
  boolean isBound() {
    return isMajor() || source.incomplete() && assessed != null;
  }

  /** While it cannot be judged, the level with which it was assessed last. */
  Optional<Integer> findLevel() {
    return Optional.ofNullable(
        source.incomplete() && assessed != null ? assessed.level() : source.level());
  }

  /** Whether the register shows it. */
  boolean isRegistered() {
    return isBound() || filed != null || open != null;
  }

  static int aheadDays() {
    return AHEAD_DAYS;
  }

  List<AccountableRole> missingPersons() {
    return Arrays.stream(AccountableRole.values()).filter(r -> !persons.contains(r)).toList();
  }
}
