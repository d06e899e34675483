package io.zaikong.figures;

import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Outcome.Done;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.shell.Places;
import io.zaikong.shell.Scope;
import io.zaikong.shell.Texts;
import io.zaikong.shell.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The figures for programs. */
@RestController
@RequestMapping("/api/v1/figures")
@Allow(token = "figures:read")
class FigureApi {

  private final Figures figures;
  private final Places places;
  private final Texts texts;

  FigureApi(Figures figures, Places places, Texts texts) {
    this.figures = figures;
    this.places = places;
    this.texts = texts;
  }

  /**
   * A figure that can be asked for.
   *
   * @param dates what {@code from} and {@code to} are about
   */
  record Listed(
      String name,
      String text,
      String unit,
      Figure.Kind kind,
      String dates,
      List<ListedDimension> dimensions) {}

  record ListedDimension(String name, List<String> values) {}

  /**
   * A value and where its records are.
   *
   * @param division null: everything that the account sees
   * @param complete whether the account sees all of what was asked for
   * @param hidden how many records the account does not see; null when none, or not to be told
   * @param records the list for programs (token scope of that list), {@code page} for people
   */
  record Answer(
      String name,
      long value,
      String unit,
      Figure.Kind kind,
      @Nullable DivisionCode division,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Map<String, String> dimensions,
      boolean complete,
      @Nullable Long hidden,
      String records,
      String page) {}

  /** Those whose records the account may open. */
  @GetMapping
  List<Listed> list(Locale locale) {
    Words words = texts.in(locale);
    return figures.listOpen().stream()
        .map(
            f ->
                new Listed(
                    f.name(),
                    words.text(f.name()),
                    words.text(f.unitKey()),
                    f.kind(),
                    words.text(f.datesKey()),
                    f.dimensions().stream()
                        .map(d -> new ListedDimension(d.name(), d.values()))
                        .toList()))
        .toList();
  }

  /** 400 for a parameter or value that the figure does not have. */
  @GetMapping("/{name}")
  Answer show(@PathVariable String name, HttpServletRequest request, Locale locale) {
    Words words = texts.in(locale);
    Figure figure =
        figures
            .find(name)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, words.text("figures.unknown", name)));
    if (!figures.isOpen(figure)) {
      throw new AccessDeniedException("not for this role");
    }
    return switch (FigureQuery.read(figure, request.getParameterMap(), places)) {
      case Done<FigureQuery>(FigureQuery query) -> answer(figure, query, words);
      case Refused<FigureQuery> refused ->
          throw new ResponseStatusException(
              HttpStatus.BAD_REQUEST, words.text(refused.reason(), refused.parameters().toArray()));
    };
  }

  private Answer answer(Figure figure, FigureQuery query, Words words) {
    long value = figures.value(figure, query.question(), query.own());
    DivisionCode division = query.question().division();
    boolean complete = division == null || seesAllOf(division);
    OptionalLong hidden =
        complete
            ? OptionalLong.empty()
            : figures.findHidden(figure, query.question(), query.own(), value);
    return new Answer(
        figure.name(),
        value,
        words.text(figure.unitKey()),
        figure.kind(),
        division,
        query.question().from(),
        query.question().to(),
        query.own(),
        complete,
        hidden.isPresent() ? hidden.getAsLong() : null,
        figures.href(figure.api(), figure, query.question(), query.own()),
        figures.href(figure.page(), figure, query.question(), query.own()));
  }

  private static boolean seesAllOf(DivisionCode division) {
    Scope scope = Actor.getCurrent().scope();
    return scope.sectors().isEmpty() && scope.covers(division);
  }
}
