package io.zaikong.demo;

import io.zaikong.demo.DemoAgencies.Receiver;
import io.zaikong.demo.FilingPlan.Course;
import io.zaikong.demo.FilingPlan.Fate;
import io.zaikong.demo.FilingPlan.Stage;
import io.zaikong.documents.DocumentNumbers;
import io.zaikong.documents.NumberSeries;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.filings.Assessment.Kind;
import io.zaikong.filings.Assessments;
import io.zaikong.filings.EarlierFilings;
import io.zaikong.filings.Filing;
import io.zaikong.filings.FilingRegister;
import io.zaikong.filings.FilingReview;
import io.zaikong.filings.FilingRules;
import io.zaikong.filings.FilingRules.Item;
import io.zaikong.filings.FilingState;
import io.zaikong.filings.FilingState.Submitted;
import io.zaikong.filings.Filings;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * A filing practice: most major sources are assessed and filed on paper that was taken over, some
 * wait for their county bureau, some are late, and some have nothing.
 */
@Service
class DemoFilings {

  private static final long SEED = 370305L;
  private static final String MARK = "演示附件：";
  private static final Map<Integer, String> FAULTS =
      Map.of(3, "缺主要原料的安全技术说明书(演示数据)", 7, "应急预案未附评审意见(演示数据)");

  private final FilingRegister register;
  private final Assessments assessments;
  private final Filings filings;
  private final EarlierFilings earlier;
  private final DocumentNumbers numbers;
  private final DemoDuties duties;
  private final DemoCancellations cancellations;
  private final InventedNames names = new InventedNames();

  DemoFilings(
      FilingRegister register,
      Assessments assessments,
      Filings filings,
      EarlierFilings earlier,
      DocumentNumbers numbers,
      DemoDuties duties,
      DemoCancellations cancellations) {
    this.register = register;
    this.assessments = assessments;
    this.filings = filings;
    this.earlier = earlier;
    this.numbers = numbers;
    this.duties = duties;
    this.cancellations = cancellations;
  }

  /**
   * @param plants by their ids
   * @param model the enterprise of the demonstration's account
   * @param officerOf a division: who acts for its bureau
   * @return how many sources are filed and major
   */
  long file(
      CityPlan plan,
      Map<Long, Enterprise> plants,
      Enterprise model,
      LocalDate asOf,
      Function<DivisionCode, Actor> officerOf) {
    LocalDate today = register.today();
    LocalDate day = asOf.isBefore(today) ? asOf : today;
    Random random = new Random(SEED);
    FilingPlan drawn = new FilingPlan(day, random);
    List<Course> courses =
        drawn.draw(
            register.list(FilingRegister.Filter.all()).stream()
                .map(e -> e.standing().source())
                .toList(),
            s -> s.enterpriseId() == model.id(),
            s ->
                DemoAccounts.DISTRICT.contains(s.division())
                    && !DemoAgencies.isDelegated(s.division()));
    List<Stage> formerly = cancellations.raise(plan, drawn);
    List<Stage> filed =
        Stream.concat(courses.stream().flatMap(c -> c.filed().stream()), formerly.stream())
            .sorted(
                Comparator.comparing(Stage::filedOn).thenComparing(stage -> stage.source().id()))
            .toList();
    Map<Stage, String> given = number(plan, filed, officerOf);
    for (Course course : courses) {
      Enterprise plant = Objects.requireNonNull(plants.get(course.source().enterpriseId()));
      duties.name(course.source(), plant, course.fate() != Fate.NOTHING, day, random);
      for (Stage stage : course.stages()) {
        go(stage, course, plant, given, random);
      }
      if (course.fate() == Fate.RENEWING) {
        Acts.done(filings.begin(course.source()));
      }
    }
    for (Stage stage : formerly) {
      Enterprise plant = Objects.requireNonNull(plants.get(stage.source().enterpriseId()));
      assess(stage, plant, random);
      enter(stage, Fate.FILED, given);
    }
    cancellations.end(plan, formerly, officerOf);
    return courses.stream().filter(c -> c.fate().isFiled()).count();
  }

  /** A series for every bureau; its numbers of each year in the order of the filings. */
  private Map<Stage, String> number(
      CityPlan plan, List<Stage> filed, Function<DivisionCode, Actor> officerOf) {
    Map<Stage, String> given = new HashMap<>();
    for (Receiver receiver : DemoAgencies.receivers(plan.sites().keySet())) {
      Actor officer = officerOf.apply(receiver.home());
      NumberSeries series =
          officer.call(
              () ->
                  Acts.done(
                      numbers.create(
                          receiver.name(), FilingReview.CERTIFICATE.name(), receiver.word())));
      Map<Integer, Integer> last = new HashMap<>();
      for (Stage stage : filed) {
        if (DemoAgencies.receiverOf(stage.source().division()).equals(receiver.home())) {
          int year = stage.filedOn().getYear();
          given.put(stage, series.number(year, last.merge(year, 1, Integer::sum)));
        }
      }
      last.forEach(
          (year, number) ->
              officer.run(() -> Acts.done(numbers.continueAfter(series, year, number))));
    }
    return given;
  }

  private void go(
      Stage stage, Course course, Enterprise plant, Map<Stage, String> given, Random random) {
    assess(stage, plant, random);
    boolean isLast = stage.equals(course.stages().getLast());
    if (course.fate() != Fate.ASSESSED) {
      enter(stage, isLast ? course.fate() : Fate.FILED, given);
    }
  }

  private void assess(Stage stage, Enterprise plant, Random random) {
    boolean quantitative = assessments.quantitativeRisk(stage.source()).isRequired();
    Kind kind =
        quantitative ? Kind.AGENCY : random.nextInt(100) < 80 ? Kind.OWN_ENGINEER : Kind.EXPERTS;
    String assessor =
        switch (kind) {
          case AGENCY -> names.word(random) + "安全评价有限公司(演示数据)";
          case EXPERTS -> "专家组 " + names.person(random) + "、" + names.person(random);
          case OWN_ENGINEER -> plant.name() + " 注册安全工程师 " + names.person(random);
        };
    Acts.done(
        assessments.record(
            stage.source(),
            new Assessments.Draft(stage.assessedOn(), kind, assessor, quantitative),
            new Assessments.Report("安全评估报告.txt", bytes("安全评估报告"))));
  }

  private void enter(Stage stage, Fate fate, Map<Stage, String> given) {
    Filing filing = Acts.done(filings.begin(stage.source()));
    if (filing.version() == 1) {
      provide(filing);
    }
    Submitted submitted = new Submitted(stage.submittedOn());
    FilingState state =
        switch (fate) {
          case FILED, EXPIRING, EXPIRED, RENEWED, RENEWING ->
              submitted
                  .accept(stage.decidedOn())
                  .file(stage.filedOn(), Objects.requireNonNull(given.get(stage)));
          case SUBMITTED -> submitted;
          case ACCEPTED -> submitted.accept(stage.decidedOn());
          case RETURNED -> submitted.giveBack(stage.decidedOn());
          case DRAFT, ASSESSED, NOTHING -> filing.state();
        };
    if (!state.equals(filing.state())) {
      Acts.done(earlier.enter(filing.id(), state, fate == Fate.RETURNED ? FAULTS : Map.of()));
    }
  }

  /** The papers that the archive wants, the same few bytes for every source. */
  private void provide(Filing filing) {
    for (Item item : FilingRules.current().contents()) {
      if (item.required() && item.source() == FilingRules.Source.ATTACHMENT) {
        if (item.mayNotApply() && filing.id() % 2 == 0) {
          Acts.done(filings.setNotApplicable(filing.id(), item.no(), "无关键装置和重点部位(演示数据)"));
        } else {
          Acts.done(
              filings.attach(filing.id(), item.no(), item.name() + ".txt", bytes(item.name())));
        }
      }
    }
  }

  private static byte[] bytes(String name) {
    return (MARK + name).getBytes(StandardCharsets.UTF_8);
  }
}
