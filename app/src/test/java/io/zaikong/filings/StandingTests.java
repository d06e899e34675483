package io.zaikong.filings;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.filings.FilingRegister.Due;
import io.zaikong.filings.FilingRegister.Entry;
import io.zaikong.filings.FilingRegister.Filter;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.SiteDeclaration;
import io.zaikong.hazards.SourceFilter;
import io.zaikong.hazards.Sources;
import io.zaikong.hazards.UnitKind;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database chooses, sorts and counts exactly as the functions have it that say what a source
 * lacks, on drawn facts. {@code -Dzaikong.seed=N} draws others.
 */
@AppTest
class StandingTests {

  private static final int UNITS = 300;

  private final Random random = new Random(Long.getLong("zaikong.seed", 40));
  private final TestCity city;
  private final FilingRegister register;
  private final LocalDate today;

  @Autowired
  StandingTests(ApplicationContext context) {
    city = new TestCity(context);
    register = context.getBean(FilingRegister.class);
    today = register.today();
  }

  @Test
  void theRegisterIsAsWhatEachSourceLacksHasIt() {
    long enterprise = declare(4_040);
    List<Long> ids = units(enterprise);
    ids.forEach(this::draw);
    List<Entry> expected =
        city.asSystem(
            () ->
                ids.stream()
                    .map(id -> register.find(id).orElseThrow())
                    .filter(e -> e.standing().isRegistered())
                    .sorted(
                        Comparator.comparing((Entry e) -> !e.isLate())
                            .thenComparing(
                                e -> e.findDue().map(Deadline::day).orElse(LocalDate.MAX))
                            .thenComparing(
                                e -> Optional.ofNullable(e.standing().source().level()).orElse(9))
                            .thenComparing(e -> e.standing().source().id()))
                    .toList());
    assertThat(expected).hasSizeBetween(UNITS / 4, UNITS - 1);
    for (@Nullable Due due : Arrays.asList(null, Due.OVERDUE, Due.SOON, Due.LACKING)) {
      for (@Nullable String state :
          Arrays.asList(null, "NONE", "WAITING", "FILED", "DRAFT", "CHECKED", "INCOMPLETE")) {
        for (@Nullable Integer level : Arrays.asList(null, 2, 4)) {
          Filter filter = new Filter(null, level, enterprise, null, state, due, null, null);
          assertThat(ids(register(filter)))
              .as(filter.toString())
              .isEqualTo(ids(expected.stream().filter(e -> isIn(e, filter)).toList()));
        }
      }
    }
    for (Due due : List.of(Due.OVERDUE, Due.LACKING)) {
      Filter dated =
          new Filter(
              null, null, enterprise, null, null, due, today.minusDays(400), today.minusDays(3));
      assertThat(ids(register(dated)))
          .isEqualTo(ids(expected.stream().filter(e -> isIn(e, dated)).toList()));
    }
    List<Entry> pages = new ArrayList<>();
    for (int offset = 0; offset < UNITS; offset += 37) {
      int from = offset;
      var page =
          city.asSystem(
              () ->
                  register.page(
                      new Filter(null, null, enterprise, null, null, null, null, null), from, 37));
      assertThat(page.total()).isEqualTo(expected.size());
      pages.addAll(page.items());
    }
    assertThat(ids(pages)).isEqualTo(ids(expected));
    long late =
        city.asSystem(
            () ->
                register
                    .countBy(new Filter(null, null, enterprise, null, null, null, null, null), 6)
                    .stream()
                    .mapToLong(FilingRegister.Count::late)
                    .sum());
    assertThat(late).isEqualTo(expected.stream().filter(Entry::isLate).count());
  }

  @Test
  void theToDosOfADayAreThoseOfWhatEachSourceLacks() {
    DueNotices notices = city.bean(DueNotices.class);
    notices.wake(); // Today is done with, so the schedule raises nothing in between.
    List<Long> ids = units(declare(4_041));
    ids.forEach(this::draw);
    for (int days : List.of(0, 0, 7, 400)) {
      assertThat(raised(notices, ids, today.plusDays(days))).hasSizeGreaterThan(UNITS / 4);
    }
    city.asSystem(
        () ->
            city.bean(JdbcClient.class)
                .sql(
                    """
                    update filings.standing set assessment_id = null, assessed_on = null, technical_from = null
                    where source_id = any (?)
                    """)
                .param(ids.toArray(Long[]::new))
                .update());
    assertThat(raised(notices, ids, today.plusDays(400)))
        .isNotEmpty()
        .noneMatch(n -> n.startsWith("filings.assess") || n.startsWith("filings.check_technical"));
  }

  /** The open to-dos of a day, which are those that the functions have of each source. */
  private List<String> raised(DueNotices notices, List<Long> ids, LocalDate day) {
    notices.raiseDue(day);
    List<String> expected =
        city.asSystem(
            () ->
                ids.stream()
                    .map(id -> register.find(id, day).orElseThrow())
                    .flatMap(entry -> notices.listDue(entry, day).stream())
                    .map(n -> n.kind() + " " + n.subject().id() + " " + n.naturalKey())
                    .sorted()
                    .toList());
    List<String> open = open(ids);
    assertThat(open).as("on " + day).isEqualTo(expected);
    return open;
  }

  private List<String> open(List<Long> ids) {
    return city.asSystem(
        () ->
            city
                .bean(JdbcClient.class)
                .sql(
                    """
                    select kind || ' ' || subject_id || ' ' || natural_key from notices.notice
                    where subject = 'filings.source' and subject_id = any (?) and ended_at is null
                    """)
                .param(ids.stream().map(String::valueOf).toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .sorted()
                .toList());
  }

  private List<Entry> register(Filter filter) {
    return city.asSystem(() -> register.list(filter));
  }

  private static List<Long> ids(List<Entry> entries) {
    return entries.stream().map(e -> e.standing().source().id()).toList();
  }

  private boolean isIn(Entry entry, Filter filter) {
    Standing standing = entry.standing();
    String state = filter.state();
    Due due = filter.due();
    boolean inState =
        state == null
            || switch (state) {
              case "WAITING" -> standing.isWaiting();
              case "FILED" -> standing.filed() != null;
              case "INCOMPLETE" -> standing.source().incomplete();
              default -> standing.status().equals(state);
            };
    boolean isDue =
        due == null
            || switch (due) {
              case OVERDUE -> entry.isLate();
              case SOON ->
                  entry
                      .findDue()
                      .filter(d -> !d.isPast(today) && !d.day().isAfter(today.plusDays(30)))
                      .isPresent();
              case LACKING -> entry.lacks().stream().anyMatch(l -> !l.isAhead());
            };
    Optional<LocalDate> day =
        due == Due.OVERDUE
            ? entry.lacks().stream()
                .filter(Lack::isLate)
                .flatMap(l -> l.findDue().stream())
                .map(Deadline::day)
                .min(Comparator.naturalOrder())
            : standing.findFiled().map(Standing.Version::filedOn);
    boolean isBetween =
        Stream.of(Optional.ofNullable(filter.from()), Optional.ofNullable(filter.to()))
                .allMatch(Optional::isEmpty)
            || day.filter(d -> filter.from() == null || !d.isBefore(filter.from()))
                .filter(d -> filter.to() == null || !d.isAfter(filter.to()))
                .isPresent();
    return inState
        && isDue
        && isBetween
        && (filter.level() == null || filter.level().equals(standing.source().level()));
  }

  private List<Long> units(long enterprise) {
    List<Long> ids =
        city.asSystem(
            () ->
                city
                    .bean(Sources.class)
                    .list(SourceFilter.unitsOf(enterprise), 0, 2 * UNITS)
                    .stream()
                    .map(HazardSource::id)
                    .toList());
    assertThat(ids).hasSize(UNITS);
    return ids;
  }

  /** Units of levels 2 to 4, not major, and without a result. */
  private long declare(int number) {
    List<SiteDeclaration.Unit> units = new ArrayList<>();
    for (int i = 0; i < UNITS; i++) {
      StatedChemical chemical =
          switch (i % 5) {
            case 0 -> new StatedChemical("7782-50-5", "氯", List.of(), "60");
            case 1 -> new StatedChemical("7664-41-7", "氨", List.of(), "20");
            case 2 -> new StatedChemical("7664-41-7", "氨", List.of(), "1");
            default -> new StatedChemical("", "乙酸甲酯", List.of(), "5");
          };
      units.add(SiteDeclaration.Unit.of("单元" + i, UnitKind.STORAGE, List.of(chemical)));
    }
    return city.asSystem(
        () -> {
          CreditCode code = CreditCode.completing("91370306%09d".formatted(number));
          Enterprise plant =
              Enterprise.stated(
                  code,
                  "事实例%d厂".formatted(number),
                  new DivisionCode("370306001"),
                  "示例路",
                  null,
                  Category.HAZCHEM_PRODUCTION,
                  "",
                  "");
          city.bean(Declarations.class)
              .declare(List.of(new SiteDeclaration(plant, 60, "示例", units)), done -> {});
          return city.bean(Enterprises.class)
              .findAll(List.of(code.value()))
              .values()
              .iterator()
              .next()
              .id();
        });
  }

  private @Nullable LocalDate day(int share, int daysBack) {
    return random.nextInt(100) < share ? today.minusDays(random.nextInt(daysBack) - 5) : null;
  }

  /** Facts as the triggers would keep them, whatever came before. */
  private void draw(long source) {
    LocalDate assessed = day(70, 1_200);
    long assessment = assessed == null ? 0 : random.nextInt(3) + 1;
    boolean isFiled = assessed != null && random.nextInt(3) > 0;
    boolean isOpen = random.nextInt(3) == 0;
    String filedState = pick("FILED", "FILED", "CANCELLATION_ASKED", "CHECKED");
    String openState = pick("DRAFT", "SUBMITTED", "RETURNED", "ACCEPTED");
    LocalDate technical = day(60, 300);
    LocalDate operational = day(60, 60);
    List<String> roles = new ArrayList<>();
    if (random.nextBoolean()) {
      roles.add("PRINCIPAL");
    }
    if (technical != null) {
      roles.add("TECHNICAL");
    }
    if (operational != null) {
      roles.add("OPERATIONAL");
    }
    city.asSystem(
        () ->
            city.bean(JdbcClient.class)
                .sql(
                    """
                    insert into filings.standing values (:source, :assessment, :assessed::date, :level, :required, :done,
                      :cause::date, :acceptance::date, :filed, :version, :filed_state, :filed_assessment,
                      :filed_on::date, :filed_on::date, :number, :asked::date, :open, :open_version, :open_state, null,
                      :submitted::date, :ended, string_to_array(:roles, ','), :technical::date, :technical_on::date,
                      :operational::date, :operational_on::date)
                    """)
                .param("source", source)
                .param("assessment", assessed == null ? null : assessment)
                .param("assessed", assessed)
                .param("level", assessed == null ? null : random.nextInt(3) + 2)
                .param("required", assessed == null ? null : random.nextInt(5) == 0)
                .param("done", assessed == null ? null : random.nextBoolean())
                .param("cause", random.nextInt(4) == 0 ? day(100, 300) : null)
                .param("acceptance", random.nextInt(4) == 0 ? day(100, 60) : null)
                .param("filed", isFiled ? source : null)
                .param("version", isFiled ? 1 : null)
                .param("filed_state", isFiled ? filedState : null)
                .param("filed_assessment", isFiled ? random.nextInt(3) + 1L : null)
                .param("filed_on", isFiled ? day(100, 800) : null)
                .param("number", isFiled ? "x" : null)
                .param("asked", isFiled && !filedState.equals("FILED") ? day(100, 60) : null)
                .param("open", isOpen ? source : null)
                .param("open_version", isOpen ? 2 : null)
                .param("open_state", isOpen ? openState : null)
                .param("submitted", isOpen && !openState.equals("DRAFT") ? day(100, 60) : null)
                .param("ended", random.nextInt(5) == 0)
                .param("roles", String.join(",", roles))
                .param("technical", technical)
                .param("technical_on", day(60, 300))
                .param("operational", operational)
                .param("operational_on", day(60, 60))
                .update());
  }

  private String pick(String... values) {
    return values[random.nextInt(values.length)];
  }
}
