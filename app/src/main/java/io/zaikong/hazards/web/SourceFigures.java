package io.zaikong.hazards.web;

import io.zaikong.figures.Figure;
import io.zaikong.figures.Figure.Dimension;
import io.zaikong.figures.Figure.Kind;
import io.zaikong.figures.FigureSource;
import io.zaikong.hazards.SourceFilter.Grade;
import io.zaikong.hazards.SourceKind;
import io.zaikong.hazards.Sources;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Role;
import io.zaikong.shell.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** How many sources there are, how many are major, and how many are 重点监控 this year. */
final class SourceFigures implements FigureSource {

  private static final String KIND = "kind";
  private static final String LEVEL = "level";
  private static final Dimension KINDS =
      new Dimension(KIND, Arrays.stream(SourceKind.values()).map(Enum::name).toList(), false);
  private static final Figure SOURCES = figure("hazards.sources", 10, KINDS);
  private static final Figure MAJOR =
      figure("hazards.major", 20, new Dimension(LEVEL, List.of("1", "2", "3", "4"), true));
  private static final Figure DESIGNATED = figure("hazards.designated", 30, KINDS);

  private final Sources sources;

  SourceFigures(Sources sources) {
    this.sources = sources;
  }

  private static Figure figure(String name, int order, Dimension dimension) {
    return new Figure(
        name,
        Kind.COUNT,
        "shell.unit.source",
        "hazards.judged_at",
        order,
        List.of(dimension),
        "/hazards/sources",
        "/api/v1/sources",
        Tone.NEUTRAL);
  }

  @Override
  public List<Figure> figures() {
    return List.of(SOURCES, MAJOR, DESIGNATED);
  }

  @Override
  public List<Tally> tally(Question question) {
    List<Tally> tallies = new ArrayList<>();
    for (Sources.Count count :
        sources.countBy(
            question.division(), question.codeDigits(), question.from(), question.to())) {
      Map<String, String> kind = Map.of(KIND, count.kind().name());
      tallies.add(new Tally(SOURCES.name(), count.code(), kind, count.sources()));
      tallies.add(new Tally(DESIGNATED.name(), count.code(), kind, count.designated()));
      if (count.level() > 0) {
        tallies.add(
            new Tally(
                MAJOR.name(),
                count.code(),
                Map.of(LEVEL, Integer.toString(count.level())),
                count.sources()));
      }
    }
    return tallies;
  }

  @Override
  public Map<String, String> fields(Figure figure, Map<String, String> own) {
    if (figure.equals(MAJOR)) {
      String level = own.get(LEVEL);
      return Map.of("grade", level == null ? Grade.MAJOR.name() : "LEVEL_" + level);
    }
    Map<String, String> fields = new TreeMap<>(own);
    if (figure.equals(DESIGNATED)) {
      fields.put("designated", Integer.toString(sources.year()));
    }
    return fields;
  }

  /** Told to the bureau's people; an enterprise has no use for what others have. */
  @Override
  public OptionalLong findWhole(Figure figure, DivisionCode city) {
    if (!Actor.getCurrent().hasAny(Role.CHIEF, Role.OFFICER)) {
      return OptionalLong.empty();
    }
    Sources.Whole whole = sources.countCity(city);
    return OptionalLong.of(
        figure.equals(SOURCES)
            ? whole.sources()
            : figure.equals(MAJOR) ? whole.major() : whole.designated());
  }
}
