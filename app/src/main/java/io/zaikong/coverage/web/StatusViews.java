package io.zaikong.coverage.web;

import io.zaikong.coverage.CensusStatus;
import io.zaikong.coverage.Round;
import io.zaikong.coverage.StatusCount;
import io.zaikong.coverage.StatusFilter;
import io.zaikong.coverage.StatusFilter.Show;
import io.zaikong.coverage.StatusFilter.Sort;
import io.zaikong.enterprises.Category;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.DivisionCode.Level;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Listing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table of a round by place, for the page and for programs; one statement. */
@Component
class StatusViews {

  private final CensusStatus status;
  private final PlaceWords places;

  StatusViews(CensusStatus status, PlaceWords places) {
    this.status = status;
    this.places = places;
  }

  /** A place and how many stand where. */
  record Row(DivisionCode division, String name, StatusCount count) {}

  /**
   * @param division whose parts the rows are
   * @param total the sum of the rows
   */
  record Table(DivisionCode division, String name, List<Row> rows, StatusCount total) {

    /** Whether its rows have rows of their own. */
    boolean isOfDistricts() {
      return division.level().compareTo(Level.DISTRICT) < 0;
    }
  }

  /** By district of a city, by township of a district; places where nobody is asked have zeros. */
  Table table(Round round, @Nullable DivisionCode asked) {
    DivisionCode division = asked == null ? Actor.getCurrent().home() : asked;
    boolean cityWide = division.level().compareTo(Level.DISTRICT) < 0;
    StatusFilter filter = StatusFilter.of(asked, null);
    Map<String, StatusCount> counts =
        status.countBy(round, filter, cityWide ? 6 : 9).stream()
            .collect(
                Collectors.toMap(
                    StatusCount::code, Function.identity(), StatusCount::plus, LinkedHashMap::new));
    Map<DivisionCode, String> names = new LinkedHashMap<>(places.below(division));
    names.keySet().removeIf(code -> !isSeen(code));
    counts.keySet().stream()
        .map(DivisionCode::new)
        .forEach(code -> names.putIfAbsent(code, places.name(code)));
    List<Row> rows = new ArrayList<>();
    StatusCount total = StatusCount.none(division.value());
    for (Map.Entry<DivisionCode, String> each : names.entrySet()) {
      StatusCount count =
          counts.getOrDefault(each.getKey().value(), StatusCount.none(each.getKey().value()));
      rows.add(new Row(each.getKey(), each.getValue(), count));
      total = total.plus(count);
    }
    return new Table(division, places.of(division), rows, total);
  }

  private static boolean isSeen(DivisionCode code) {
    return Actor.getCurrent().scope().territory().stream()
        .anyMatch(
            r ->
                r.contains(code)
                    || code.range().from().compareTo(r.from()) <= 0
                        && r.from().compareTo(code.range().to()) < 0);
  }

  /** What the address asks for; what it cannot mean is left out. */
  static StatusFilter filter(Listing list) {
    String division = list.filter("division");
    Sort sort = constant(Sort.values(), list.sort().toUpperCase(Locale.ROOT));
    return new StatusFilter(
        DivisionCode.isValid(division) ? new DivisionCode(division) : null,
        constant(Show.values(), list.filter("show")),
        constant(Category.values(), list.filter("category")),
        list.filter("text").isEmpty() ? null : list.filter("text"),
        list.findDate("from").orElse(null),
        list.findDate("to").orElse(null),
        sort == null ? Sort.STATE : sort,
        list.descending());
  }

  static <E extends Enum<E>> @Nullable E constant(E[] constants, String name) {
    return Arrays.stream(constants).filter(c -> c.name().equals(name)).findFirst().orElse(null);
  }
}
