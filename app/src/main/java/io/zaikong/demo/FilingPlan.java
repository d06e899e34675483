package io.zaikong.demo;

import io.zaikong.filings.MajorSource;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/** Draws how far the filing of every major source has come by a day. */
final class FilingPlan {

  private static final int YEARS = 3; // Order 40 art. 11 (1)
  private static final int WAITING_FOR_DISTRICT = 3;

  /** How far; {@code of} how many sources, those besides are filed. */
  enum Fate {
    FILED(0),
    EXPIRING(8),
    EXPIRED(5),
    RENEWED(14),
    RENEWING(4),
    SUBMITTED(10),
    ACCEPTED(2),
    RETURNED(5),
    DRAFT(2),
    ASSESSED(2),
    NOTHING(44);

    private final int of;

    Fate(int of) {
      this.of = of;
    }

    boolean isFiled() {
      return compareTo(RENEWING) <= 0;
    }
  }

  /** An assessment and the steps that may follow it. */
  record Stage(
      MajorSource source,
      LocalDate assessedOn,
      LocalDate submittedOn,
      LocalDate decidedOn,
      LocalDate filedOn) {}

  /** One or two stages, the earlier first; none for a source of which nothing was done. */
  record Course(MajorSource source, Fate fate, List<Stage> stages) {

    /** Those that ended with a number. */
    List<Stage> filed() {
      return fate.isFiled() ? stages : List.of();
    }
  }

  private final LocalDate day;
  private final Random random;

  FilingPlan(LocalDate day, Random random) {
    this.day = day;
    this.random = random;
  }

  /**
   * @param isModel of the enterprise that has one filed source and one that was returned
   * @param isDistrict of the district at which some wait
   */
  List<Course> draw(
      List<MajorSource> sources,
      Predicate<MajorSource> isModel,
      Predicate<MajorSource> isDistrict) {
    List<MajorSource> left = new ArrayList<>(sources);
    left.sort(Comparator.comparingLong(MajorSource::id));
    Collections.shuffle(left, random);
    Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    for (Fate fate : Fate.values()) {
      counts.put(fate, fate.of);
    }
    counts.put(Fate.FILED, sources.size() - counts.values().stream().mapToInt(n -> n).sum());
    List<Course> courses = new ArrayList<>();
    List<MajorSource> models = left.stream().filter(isModel).toList();
    take(courses, counts, left, Fate.FILED, models.stream().limit(1).toList());
    take(courses, counts, left, Fate.RETURNED, models.stream().skip(1).limit(1).toList());
    take(
        courses,
        counts,
        left,
        Fate.SUBMITTED,
        left.stream().filter(isDistrict).limit(WAITING_FOR_DISTRICT).toList());
    for (Fate fate : Fate.values()) {
      int count = counts.getOrDefault(fate, 0);
      take(courses, counts, left, fate, List.copyOf(left.subList(0, count)));
    }
    return courses;
  }

  private void take(
      List<Course> courses,
      Map<Fate, Integer> counts,
      List<MajorSource> left,
      Fate fate,
      List<MajorSource> some) {
    some.forEach(source -> courses.add(new Course(source, fate, stages(source, fate))));
    left.removeAll(some);
    counts.merge(fate, -some.size(), Integer::sum);
  }

  private List<Stage> stages(MajorSource source, Fate fate) {
    return switch (fate) {
      case FILED -> List.of(before(source, 60, 930));
      case EXPIRING, RENEWING ->
          List.of(stage(source, day.minusYears(YEARS).plusDays(drawn(5, 75))));
      case EXPIRED -> List.of(stage(source, day.minusYears(YEARS).minusDays(drawn(5, 55))));
      case RENEWED -> {
        Stage now = before(source, 60, 640);
        yield List.of(
            stage(source, now.assessedOn().minusYears(YEARS).plusDays(drawn(5, 55))), now);
      }
      case SUBMITTED -> List.of(before(source, 12, 2));
      case ACCEPTED -> List.of(before(source, 17, 2));
      case RETURNED -> List.of(before(source, 18, 8));
      case DRAFT -> List.of(before(source, 3, 5));
      case ASSESSED -> List.of(before(source, 2, 40));
      case NOTHING -> List.of();
    };
  }

  private Stage before(MajorSource source, int least, int more) {
    return stage(source, day.minusDays(drawn(least, more)));
  }

  /** Of what is filed, and in the middle of its three years. */
  Stage longAgo(MajorSource source) {
    return before(source, 400, 200);
  }

  /** Submitted within the fifteen days of art. 23, decided and filed soon after. */
  private Stage stage(MajorSource source, LocalDate assessed) {
    LocalDate submitted = workday(assessed.plusDays(drawn(2, 8)));
    LocalDate decided = workday(submitted.plusDays(drawn(1, 3)));
    return new Stage(source, assessed, submitted, decided, workday(decided.plusDays(drawn(1, 3))));
  }

  private int drawn(int least, int more) {
    return least + random.nextInt(more);
  }

  private static LocalDate workday(LocalDate date) {
    return switch (date.getDayOfWeek()) {
      case DayOfWeek.SATURDAY -> date.plusDays(2);
      case DayOfWeek.SUNDAY -> date.plusDays(1);
      default -> date;
    };
  }
}
