package io.zaikong.figures;

import io.zaikong.figures.FigureSource.Question;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Places;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the parameters of an address ask of a figure. */
record FigureQuery(Question question, Map<String, String> own) {

  FigureQuery {
    own = Map.copyOf(own);
  }

  /** Refused for a parameter, a value or a place that does not exist, and for a repeated one. */
  static Outcome<FigureQuery> read(Figure figure, Map<String, String[]> parameters, Places places) {
    Map<String, String> own = new LinkedHashMap<>();
    for (Map.Entry<String, String[]> each : parameters.entrySet()) {
      String name = each.getKey();
      String value = each.getValue()[0];
      if (each.getValue().length > 1) {
        return Outcome.refused(name, "figures.repeated", name);
      }
      Optional<Figure.Dimension> dimension = figure.findDimension(name);
      if (dimension.isPresent()) {
        if (!dimension.get().values().contains(value)) {
          String allowed = String.join("、", dimension.get().values());
          return Outcome.refused(name, "figures.value", name, value, allowed);
        }
        own.put(name, value);
      } else if (!List.of("division", "from", "to").contains(name)) {
        return Outcome.refused(name, "figures.dimension", name, dimensions(figure));
      }
    }
    return switch (dates(parameters)) {
      case Refused<Dates> refused -> refused.as();
      case Done<Dates>(Dates dates) -> {
        String[] code = parameters.get("division");
        if (code != null && !isPlace(code[0], places)) {
          yield Outcome.refused("division", "figures.division", code[0]);
        }
        DivisionCode division = code == null ? null : new DivisionCode(code[0]);
        yield Outcome.done(
            new FigureQuery(new Question(division, 6, dates.from(), dates.to()), own));
      }
    };
  }

  private record Dates(@Nullable LocalDate from, @Nullable LocalDate to) {}

  private static Outcome<Dates> dates(Map<String, String[]> parameters) {
    Map<String, LocalDate> dates = new LinkedHashMap<>();
    for (String name : List.of("from", "to")) {
      String[] typed = parameters.get(name);
      if (typed != null) {
        try {
          dates.put(name, LocalDate.parse(typed[0]));
        } catch (DateTimeParseException e) {
          return Outcome.refused(name, "figures.date", name, typed[0]);
        }
      }
    }
    LocalDate from = dates.get("from");
    LocalDate to = dates.get("to");
    return from != null && to != null && from.isAfter(to)
        ? Outcome.refused("to", "figures.order", from.toString(), to.toString())
        : Outcome.done(new Dates(from, to));
  }

  private static boolean isPlace(String code, Places places) {
    return DivisionCode.isValid(code) && places.findName(new DivisionCode(code)).isPresent();
  }

  private static String dimensions(Figure figure) {
    StringBuilder names = new StringBuilder("division、from、to");
    figure.dimensions().forEach(d -> names.append('、').append(d.name()));
    return names.toString();
  }
}
