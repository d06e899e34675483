package io.zaikong.filings;

import io.zaikong.filings.Lack.Kind;
import io.zaikong.filings.Standing.Assessed;
import io.zaikong.filings.Standing.Duty;
import io.zaikong.filings.Standing.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a source lacks on a day: facts and limits in, lacks out. */
record Lacks(Standing standing, LocalDate today, Deadlines deadlines) {

  private static final String ARTICLE_11 = "40号令第十一条";

  List<Lack> list() {
    List<Lack> lacks = new ArrayList<>();
    cancellation(lacks);
    if (standing.source().incomplete()) {
      lacks.add(Lack.of(Kind.INCOMPLETE, "40号令第七条"));
    }
    if (standing.isBound()) {
      assessment(lacks);
      filing(lacks);
      persons(lacks);
    } else if (!standing.source().incomplete()
        && standing.filed() != null
        && standing.filed().state() == FilingState.Name.FILED) {
      lacks.add(Lack.of(Kind.NO_LONGER_MAJOR, "40号令第二十七条"));
    }
    lacks.sort(Comparator.comparing(l -> l.overdue() ? 0 : l.isAhead() ? 2 : 1));
    return lacks;
  }

  private void cancellation(List<Lack> lacks) {
    Version filed = standing.filed();
    if (filed != null && filed.askedOn() != null && filed.state() != FilingState.Name.FILED) {
      lacks.add(Lack.by(Kind.CANCELLATION, deadlines.cancellation(filed.askedOn()), today));
    }
  }

  private void assessment(List<Lack> lacks) {
    Assessed assessed = standing.assessed();
    if (assessed == null) {
      lacks.add(Lack.of(Kind.NOT_ASSESSED, "40号令第八条"));
      return;
    }
    Deadline renewal = deadlines.renewal(assessed.completedOn());
    if (renewal.isPast(today)) {
      lacks.add(Lack.by(Kind.ASSESSMENT_EXPIRED, renewal, today, renewal.day().toString()));
    } else if (!today.isBefore(renewal.day().minusDays(Standing.aheadDays()))) {
      lacks.add(Lack.by(Kind.ASSESSMENT_EXPIRES, renewal, today, renewal.day().toString()));
    }
    if (standing.isMajor() && !Objects.equals(assessed.level(), standing.source().level())) {
      lacks.add(
          Lack.of(
              Kind.LEVEL_CHANGED,
              ARTICLE_11 + "（三）",
              levelKey(assessed.level()),
              levelKey(standing.source().level())));
    }
    if (standing.causeOn() != null) {
      lacks.add(Lack.of(Kind.CAUSE, ARTICLE_11, standing.causeOn().toString()));
    }
    if (assessed.quantitativeRequired() && !assessed.quantitativeDone()) {
      lacks.add(Lack.of(Kind.QUANTITATIVE, "40号令第九条"));
    }
  }

  private static String levelKey(@Nullable Integer level) {
    return level == null ? "hazards.grade.NOT_MAJOR" : "hazards.grade.LEVEL_" + level;
  }

  /** Nothing is wanting of the enterprise while the bureau has what was submitted in time. */
  private void filing(List<Lack> lacks) {
    Assessed assessed = standing.assessed();
    Version filed = standing.filed();
    Version open = standing.open();
    if (assessed != null && filed != null && Objects.equals(filed.assessmentId(), assessed.id())) {
      return;
    }
    Deadline due = assessed == null ? null : deadlines.filing(assessed.completedOn());
    if (standing.acceptanceOn() != null) {
      Deadline before = deadlines.newProject(standing.acceptanceOn());
      due = due == null ? before : due.earlier(before);
    }
    LocalDate submitted = open == null ? null : open.submittedOn();
    boolean isWithBureau =
        open != null
            && (open.state() == FilingState.Name.SUBMITTED
                || open.state() == FilingState.Name.ACCEPTED);
    if (isWithBureau && submitted != null && (due == null || !due.isPast(submitted))) {
      return;
    }
    if (due != null) {
      lacks.add(Lack.by(Kind.NOT_FILED, due, today));
    } else if (filed == null) {
      lacks.add(Lack.of(Kind.NOT_FILED, "40号令第二十三条"));
    }
  }

  private void persons(List<Lack> lacks) {
    List<AccountableRole> missing = standing.missingPersons();
    if (!missing.isEmpty()) {
      lacks.add(
          Lack.of(
              Kind.NO_ACCOUNTABLE,
              "应急厅〔2021〕12号第三条",
              missing.stream().map(r -> "filings.role." + r).collect(Collectors.joining(","))));
    }
    check(lacks, AccountableRole.TECHNICAL, standing.technical());
    check(lacks, AccountableRole.OPERATIONAL, standing.operational());
  }

  private void check(List<Lack> lacks, AccountableRole role, @Nullable Duty duty) {
    if (duty != null) {
      lacks.add(
          Lack.by(
              Kind.CHECK_DUE,
              deadlines.check(role, duty.from(), duty.last()),
              today,
              "filings.role." + role));
    }
  }
}
