package io.zaikong.figures;

import static java.util.Comparator.comparingInt;

import io.zaikong.figures.FigureSource.Question;
import io.zaikong.figures.FigureSource.Tally;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Handlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** All figures; each person is shown those whose records he may open. */
@Component
class Figures implements SmartInitializingSingleton {

  private final ObjectProvider<FigureSource> sources;
  private final Handlers handlers;
  private final Map<Figure, FigureSource> figures = new LinkedHashMap<>();

  Figures(ObjectProvider<FigureSource> sources, Handlers handlers) {
    this.sources = sources;
    this.handlers = handlers;
  }

  /**
   * @throws IllegalStateException when two figures have one name, or one opens to no page
   */
  @Override
  public void afterSingletonsInstantiated() {
    Map<Figure, FigureSource> found = new LinkedHashMap<>();
    sources.forEach(source -> source.figures().forEach(figure -> found.put(figure, source)));
    found.keySet().stream()
        .sorted(comparingInt(Figure::order))
        .forEach(
            figure -> {
              handlers.require(figure.page());
              handlers.require(figure.api());
              if (find(figure.name()).isPresent()) {
                throw new IllegalStateException("two figures are named " + figure.name());
              }
              figures.put(figure, found.get(figure));
            });
  }

  List<Figure> listOpen() {
    return figures.keySet().stream().filter(this::isOpen).toList();
  }

  Optional<Figure> find(String name) {
    return figures.keySet().stream().filter(figure -> figure.name().equals(name)).findFirst();
  }

  boolean isOpen(Figure figure) {
    return handlers.mayOpen(figure.page(), Actor.getCurrent());
  }

  /** The parts of those figures that the person may open; one statement a source. */
  List<Tally> tally(Question question) {
    List<String> open = listOpen().stream().map(Figure::name).toList();
    return figures.entrySet().stream()
        .filter(each -> isOpen(each.getKey()))
        .map(Map.Entry::getValue)
        .distinct()
        .flatMap(source -> source.tally(question).stream())
        .filter(tally -> open.contains(tally.figure()))
        .toList();
  }

  long value(Figure figure, Question question, Map<String, String> own) {
    return sum(getSource(figure).tally(question), figure, own);
  }

  static long sum(List<Tally> tallies, Figure figure, Map<String, String> own) {
    return tallies.stream()
        .filter(tally -> tally.figure().equals(figure.name()))
        .filter(tally -> tally.own().entrySet().containsAll(own.entrySet()))
        .filter(tally -> figure.dimensions().stream().allMatch(d -> fits(d, tally, own)))
        .mapToLong(Tally::value)
        .sum();
  }

  /** A value of an overlapping dimension counts only where it is asked for. */
  private static boolean fits(Figure.Dimension dimension, Tally tally, Map<String, String> own) {
    return !dimension.overlapping()
        || tally.own().containsKey(dimension.name()) == own.containsKey(dimension.name());
  }

  /** Whether its source has recorded anything at all; if not, 0 would say too much. */
  boolean isRecorded(Figure figure, List<Tally> tallies) {
    List<String> ofSource = getSource(figure).figures().stream().map(Figure::name).toList();
    return tallies.stream().anyMatch(tally -> ofSource.contains(tally.figure()));
  }

  /** Where the records are listed: of one part, in one division or everywhere. */
  String href(String list, Figure figure, Question question, Map<String, String> own) {
    Map<String, String> fields = new LinkedHashMap<>(getSource(figure).fields(figure, own));
    DivisionCode division = question.division();
    if (division != null) {
      fields.put("division", division.value());
    }
    if (question.from() != null) {
      fields.put("from", question.from().toString());
    }
    if (question.to() != null) {
      fields.put("to", question.to().toString());
    }
    UriComponentsBuilder uri = UriComponentsBuilder.fromPath(list);
    fields.forEach(uri::queryParam);
    return uri.encode().toUriString();
  }

  /** What the asked division holds beyond the reader's scope; empty when it may not be told. */
  OptionalLong findHidden(Figure figure, Question question, Map<String, String> own, long seen) {
    DivisionCode division = question.division();
    boolean isPlain = own.isEmpty() && question.from() == null && question.to() == null;
    if (division == null || division.level() != DivisionCode.Level.CITY || !isPlain) {
      return OptionalLong.empty();
    }
    OptionalLong whole = getSource(figure).findWhole(figure, division);
    return whole.isPresent()
        ? OptionalLong.of(Math.max(0, whole.getAsLong() - seen))
        : OptionalLong.empty();
  }

  private FigureSource getSource(Figure figure) {
    return Objects.requireNonNull(figures.get(figure));
  }
}
