package io.zaikong.figures;

import io.zaikong.figures.FigureSource.Question;
import io.zaikong.figures.FigureSource.Tally;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.DivisionCode.Level;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Places;
import io.zaikong.shell.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * 态势: every figure of the actor's territory, and by division; all of it opens. One statement for
 * each capability that has figures.
 */
@Controller
class SituationPage {

  /**
   * A figure, or the part of it with one value of a dimension.
   *
   * @param textKey its words
   */
  record Measure(Figure figure, Map<String, String> own, String textKey) {}

  /**
   * A measure's value; empty when nothing has been recorded yet.
   *
   * @param href its records
   */
  record Cell(Measure measure, OptionalLong value, Tone tone, String href) {}

  /** One division of the table. */
  record Row(String name, List<Cell> cells) {}

  /**
   * @param nothingOpen whether the person may open no figure at all
   */
  record Situation(List<Cell> tiles, List<Row> rows, boolean nothingOpen) {
    boolean isEmpty() {
      return tiles.stream().allMatch(tile -> tile.value().isEmpty());
    }
  }

  private final Figures figures;
  private final Places places;

  SituationPage(Figures figures, Places places) {
    this.figures = figures;
    this.places = places;
  }

  @Allow
  @GetMapping("/")
  String show(Model model) {
    List<Measure> measures = measures();
    Question question = new Question(null, digitsBelow(Actor.getCurrent().home()), null, null);
    List<Tally> tallies = figures.tally(question);
    List<Cell> tiles = new ArrayList<>();
    for (Measure measure : measures) {
      tiles.add(cell(measure, tallies, question, figures.isRecorded(measure.figure(), tallies)));
    }
    model.addAttribute(
        "situation", new Situation(tiles, rows(measures, tallies), measures.isEmpty()));
    return "figures/situation";
  }

  private List<Measure> measures() {
    List<Measure> measures = new ArrayList<>();
    for (Figure figure : figures.listOpen()) {
      measures.add(new Measure(figure, Map.of(), figure.name()));
      for (Figure.Dimension dimension : figure.dimensions()) {
        for (String value : dimension.apart() ? dimension.values() : List.<String>of()) {
          measures.add(
              new Measure(
                  figure,
                  Map.of(dimension.name(), value),
                  figure.name() + "." + dimension.name() + "." + value));
        }
      }
    }
    return measures;
  }

  private static int digitsBelow(DivisionCode home) {
    return home.level().compareTo(Level.DISTRICT) < 0 ? 6 : 9;
  }

  /** A township has no table: most of its enterprises are not told apart by village. */
  private List<Row> rows(List<Measure> measures, List<Tally> tallies) {
    Actor actor = Actor.getCurrent();
    if (actor.scope().territory().isEmpty()
        || actor.home().level().compareTo(Level.DISTRICT) > 0
        || measures.isEmpty()) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    places
        .namesBelow(actor.home())
        .forEach(
            (division, name) -> {
              List<Tally> own =
                  tallies.stream().filter(t -> t.code().equals(division.value())).toList();
              Question question = new Question(division, division.value().length(), null, null);
              rows.add(
                  new Row(name, measures.stream().map(m -> cell(m, own, question, true)).toList()));
            });
    return rows;
  }

  private Cell cell(Measure measure, List<Tally> tallies, Question question, boolean isRecorded) {
    Figure figure = measure.figure();
    long value = Figures.sum(tallies, figure, measure.own());
    return new Cell(
        measure,
        isRecorded ? OptionalLong.of(value) : OptionalLong.empty(),
        !isRecorded ? Tone.QUIET : value > 0 ? figure.tone() : Tone.NEUTRAL,
        figures.href(figure.page(), figure, question, measure.own()));
  }
}
