package io.zaikong.hazards.web;

import io.zaikong.figures.Figure;
import io.zaikong.figures.Figure.Dimension;
import io.zaikong.figures.Figure.Kind;
import io.zaikong.figures.FigureSource;
import io.zaikong.hazards.UnitFilter.Grade;
import io.zaikong.hazards.UnitKind;
import io.zaikong.hazards.Units;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Role;
import io.zaikong.shell.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** How many units there are, and how many of them are major hazard sources. */
final class UnitFigures implements FigureSource {

  private static final String KIND = "kind";
  private static final String LEVEL = "level";
  private static final Figure SOURCES =
      figure(
          "hazards.sources",
          10,
          new Dimension(KIND, Arrays.stream(UnitKind.values()).map(Enum::name).toList(), false));
  private static final Figure MAJOR =
      figure("hazards.major", 20, new Dimension(LEVEL, List.of("1", "2", "3", "4"), true));

  private final Units units;

  UnitFigures(Units units) {
    this.units = units;
  }

  private static Figure figure(String name, int order, Dimension dimension) {
    return new Figure(
        name,
        Kind.COUNT,
        "shell.unit.source",
        "hazards.graded_at",
        order,
        List.of(dimension),
        "/hazards/units",
        "/api/v1/units",
        Tone.NEUTRAL);
  }

  @Override
  public List<Figure> figures() {
    return List.of(SOURCES, MAJOR);
  }

  @Override
  public List<Tally> tally(Question question) {
    List<Tally> tallies = new ArrayList<>();
    for (Units.Count count :
        units.countBy(question.division(), question.codeDigits(), question.from(), question.to())) {
      tallies.add(
          new Tally(
              SOURCES.name(), count.code(), Map.of(KIND, count.kind().name()), count.units()));
      if (count.level() > 0) {
        tallies.add(
            new Tally(
                MAJOR.name(),
                count.code(),
                Map.of(LEVEL, Integer.toString(count.level())),
                count.units()));
      }
    }
    return tallies;
  }

  @Override
  public Map<String, String> fields(Figure figure, Map<String, String> own) {
    if (figure.equals(SOURCES)) {
      return own;
    }
    String level = own.get(LEVEL);
    return Map.of("grade", level == null ? Grade.MAJOR.name() : "LEVEL_" + level);
  }

  /** Told to the bureau's people; an enterprise has no use for what others have. */
  @Override
  public OptionalLong findWhole(Figure figure, DivisionCode city) {
    if (!Actor.getCurrent().hasAny(Role.CHIEF, Role.OFFICER)) {
      return OptionalLong.empty();
    }
    Units.Whole whole = units.countCity(city);
    return OptionalLong.of(figure.equals(SOURCES) ? whole.units() : whole.major());
  }
}
