package io.zaikong.enterprises.web;

import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.EnterpriseFilter;
import io.zaikong.enterprises.EnterpriseFilter.Sort;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.figures.Figure;
import io.zaikong.figures.Figure.Dimension;
import io.zaikong.figures.Figure.Kind;
import io.zaikong.figures.FigureSource;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** How many enterprises there are, all and of each category. */
final class EnterpriseFigures implements FigureSource {

  private static final String CATEGORY = "category";
  private static final Figure COUNT =
      new Figure(
          "enterprises.count",
          Kind.COUNT,
          "enterprises.unit",
          "enterprises.registered_on",
          5,
          List.of(
              new Dimension(
                  CATEGORY,
                  Arrays.stream(Category.values()).map(Enum::name).toList(),
                  false,
                  true)),
          "/enterprises",
          "/api/v1/enterprises",
          Tone.NEUTRAL);

  private final Enterprises enterprises;

  EnterpriseFigures(Enterprises enterprises) {
    this.enterprises = enterprises;
  }

  @Override
  public List<Figure> figures() {
    return List.of(COUNT);
  }

  @Override
  public List<Tally> tally(Question question) {
    EnterpriseFilter filter =
        new EnterpriseFilter(
            question.division(),
            null,
            null,
            null,
            null,
            null,
            question.from(),
            question.to(),
            Sort.PLACE,
            false);
    return enterprises.countBy(filter, question.codeDigits()).stream()
        .map(
            count ->
                new Tally(
                    COUNT.name(),
                    count.code(),
                    count.category().map(c -> Map.of(CATEGORY, c.name())).orElse(Map.of()),
                    count.enterprises()))
        .toList();
  }

  @Override
  public Map<String, String> fields(Figure figure, Map<String, String> own) {
    return own;
  }

  /** How many others have is not told. */
  @Override
  public OptionalLong findWhole(Figure figure, DivisionCode city) {
    return OptionalLong.empty();
  }
}
