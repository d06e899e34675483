package io.zaikong.coverage.web;

import io.zaikong.coverage.CensusStatus;
import io.zaikong.coverage.Round;
import io.zaikong.coverage.Rounds;
import io.zaikong.coverage.StatusCount;
import io.zaikong.coverage.StatusFilter;
import io.zaikong.coverage.StatusFilter.Show;
import io.zaikong.coverage.StatusFilter.Sort;
import io.zaikong.figures.Figure;
import io.zaikong.figures.Figure.Kind;
import io.zaikong.figures.FigureSource;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Tone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How many enterprises the open round expects, and how far it has come. */
final class CoverageFigures implements FigureSource {

  private static final Figure EXPECTED = figure("census.expected", 50, Tone.NEUTRAL);
  private static final Figure RECEIVED = figure("census.received", 52, Tone.NEUTRAL);
  private static final Figure INCOMPLETE = figure("census.incomplete", 54, Tone.WARNING);
  private static final Figure OVERDUE = figure("census.overdue", 56, Tone.BAD);

  private final Rounds rounds;
  private final CensusStatus status;

  CoverageFigures(Rounds rounds, CensusStatus status) {
    this.rounds = rounds;
    this.status = status;
  }

  private static Figure figure(String name, int order, Tone tone) {
    return new Figure(
        name,
        Kind.COUNT,
        "enterprises.unit",
        "enterprises.registered_on",
        order,
        List.of(),
        "/census/status/enterprises",
        "/api/v1/census/enterprises",
        tone);
  }

  @Override
  public List<Figure> figures() {
    return List.of(EXPECTED, RECEIVED, INCOMPLETE, OVERDUE);
  }

  /** Two statements: the open round, and its counts. */
  @Override
  public List<Tally> tally(Question question) {
    Optional<Round> open = rounds.findOpen();
    if (open.isEmpty()) {
      return List.of();
    }
    StatusFilter filter =
        new StatusFilter(
            question.division(),
            null,
            null,
            null,
            question.from(),
            question.to(),
            Sort.STATE,
            false);
    return status.countBy(open.get(), filter, question.codeDigits()).stream()
        .flatMap(CoverageFigures::tallies)
        .toList();
  }

  private static Stream<Tally> tallies(StatusCount count) {
    return Stream.of(
        new Tally(EXPECTED.name(), count.code(), Map.of(), count.expected()),
        new Tally(RECEIVED.name(), count.code(), Map.of(), count.received()),
        new Tally(INCOMPLETE.name(), count.code(), Map.of(), count.incomplete()),
        new Tally(OVERDUE.name(), count.code(), Map.of(), count.overdue()));
  }

  @Override
  public Map<String, String> fields(Figure figure, Map<String, String> own) {
    Show show =
        figure.equals(EXPECTED)
            ? Show.EXPECTED
            : figure.equals(RECEIVED)
                ? Show.RECEIVED
                : figure.equals(INCOMPLETE) ? Show.INCOMPLETE : Show.OVERDUE;
    return Map.of("show", show.name());
  }

  /** Who is late is not published. */
  @Override
  public OptionalLong findWhole(Figure figure, DivisionCode city) {
    return OptionalLong.empty();
  }
}
