package io.zaikong.shell;

import static java.util.Comparator.comparingInt;

import io.zaikong.kit.DivisionCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 态势: every figure of the actor's territory, and by division; all of it opens. */
@Controller
class SituationPage {

  /** One figure's value. */
  record Cell(Figure figure, Optional<BigDecimal> value, Tone tone, String href) {}

  /** One division of the table. */
  record Row(String name, List<Cell> cells) {}

  record Situation(List<Cell> tiles, List<Row> rows) {
    boolean isEmpty() {
      return tiles.stream().allMatch(tile -> tile.value().isEmpty());
    }
  }

  private final List<Figure> figures;
  private final ObjectProvider<Places> places;

  SituationPage(ObjectProvider<Figure> figures, ObjectProvider<Places> places) {
    this.figures = figures.stream().sorted(comparingInt(Figure::order)).toList();
    this.places = places;
  }

  @Allow
  @GetMapping("/")
  String show(Model model) {
    model.addAttribute("situation", new Situation(tiles(), rows()));
    return "shell/situation";
  }

  private List<Cell> tiles() {
    return figures.stream().map(f -> cell(f, f.value(), f.href())).toList();
  }

  private List<Row> rows() {
    Places names = places.getIfAvailable();
    Actor actor = Actor.getCurrent();
    if (names == null || actor.scope().territory().isEmpty()) {
      return List.of();
    }
    List<Map<DivisionCode, BigDecimal>> values =
        figures.stream().map(figure -> figure.valuesBelow(actor.home())).toList();
    List<Row> rows = new ArrayList<>();
    names
        .namesBelow(actor.home())
        .forEach((division, name) -> rows.add(new Row(name, cells(division, values))));
    return rows;
  }

  private List<Cell> cells(DivisionCode division, List<Map<DivisionCode, BigDecimal>> values) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      BigDecimal value = values.get(i).getOrDefault(division, BigDecimal.ZERO);
      cells.add(cell(figures.get(i), Optional.of(value), figures.get(i).href(division)));
    }
    return cells;
  }

  private static Cell cell(Figure figure, Optional<BigDecimal> value, String href) {
    return new Cell(figure, value, value.map(figure::tone).orElse(Tone.QUIET), href);
  }
}
