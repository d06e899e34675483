package io.zaikong.filings.web;

import io.zaikong.figures.Figure;
import io.zaikong.figures.Figure.Dimension;
import io.zaikong.figures.Figure.Kind;
import io.zaikong.figures.FigureSource;
import io.zaikong.filings.FilingRegister;
import io.zaikong.filings.FilingRegister.Count;
import io.zaikong.filings.FilingRegister.Due;
import io.zaikong.filings.FilingRegister.Filter;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** How many major sources are filed, and how many are late with assessment or filing. */
final class FilingFigures implements FigureSource {

  private static final String LEVEL = "level";
  private static final Figure FILED = figure("hazards.filed", 30, "filings.filed_on", Tone.NEUTRAL);
  private static final Figure OVERDUE = figure("hazards.overdue", 40, "filings.due.day", Tone.BAD);

  private final FilingRegister register;

  FilingFigures(FilingRegister register) {
    this.register = register;
  }

  private static Figure figure(String name, int order, String dates, Tone tone) {
    return new Figure(
        name,
        Kind.COUNT,
        "shell.unit.source",
        dates,
        order,
        List.of(new Dimension(LEVEL, List.of("1", "2", "3", "4"), false)),
        "/filings",
        "/api/v1/filings",
        tone);
  }

  @Override
  public List<Figure> figures() {
    return List.of(FILED, OVERDUE);
  }

  @Override
  public List<Tally> tally(Question question) {
    Filter filter =
        new Filter(
            question.division(), null, null, null, null, null, question.from(), question.to());
    List<Tally> tallies = new ArrayList<>();
    for (Count count : register.countBy(filter, question.codeDigits())) {
      Map<String, String> level = Map.of(LEVEL, Integer.toString(count.level()));
      tallies.add(new Tally(FILED.name(), count.code(), level, count.filed()));
      tallies.add(new Tally(OVERDUE.name(), count.code(), level, count.late()));
    }
    return tallies;
  }

  @Override
  public Map<String, String> fields(Figure figure, Map<String, String> own) {
    Map<String, String> fields = new HashMap<>(own);
    fields.putAll(
        figure.equals(FILED) ? Map.of("state", "FILED") : Map.of("due", Due.OVERDUE.name()));
    return fields;
  }

  /** Who is late is not published. */
  @Override
  public OptionalLong findWhole(Figure figure, DivisionCode city) {
    return OptionalLong.empty();
  }
}
