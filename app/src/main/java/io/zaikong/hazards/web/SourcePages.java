package io.zaikong.hazards.web;

import io.zaikong.hazards.Designations;
import io.zaikong.hazards.Evaluation;
import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.LevelChanges;
import io.zaikong.hazards.RuleNumbers;
import io.zaikong.hazards.SourceFacts;
import io.zaikong.hazards.SourceField;
import io.zaikong.hazards.SourceFields;
import io.zaikong.hazards.SourceFilter;
import io.zaikong.hazards.SourceFilter.Grade;
import io.zaikong.hazards.SourceFilter.Sort;
import io.zaikong.hazards.SourceKind;
import io.zaikong.hazards.SourceStates;
import io.zaikong.hazards.SourceStates.StateChange;
import io.zaikong.hazards.Sources;
import io.zaikong.hazards.UnitKind;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.TimelineEntry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * 危险源台账: the list of sources of every kind and the record of one that is no hazchem unit. The list
 * runs four statements, the review of near units two and one for the places.
 */
@Controller
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class SourcePages {

  private final Sources sources;
  private final SourceStates states;
  private final LevelChanges levels;
  private final Designations designations;
  private final RuleNumbers numbers;
  private final SourceViews views;
  private final Texts texts;

  SourcePages(
      Sources sources,
      SourceStates states,
      LevelChanges levels,
      Designations designations,
      RuleNumbers numbers,
      SourceViews views,
      Texts texts) {
    this.sources = sources;
    this.states = states;
    this.levels = levels;
    this.designations = designations;
    this.numbers = numbers;
    this.views = views;
    this.texts = texts;
  }

  /** A source's page: the standing version first, those before it after. */
  record SourceView(
      HazardSource source,
      String place,
      List<SourceField> fields,
      List<SourceFacts> versions,
      List<Evaluation> evaluations,
      List<StateChange> states,
      List<TimelineEntry> timeline,
      boolean mayChange) {

    SourceFacts standing() {
      return versions.getFirst();
    }

    /** The class in force; of a pond only. */
    Optional<Evaluation> evaluation() {
      return evaluations.stream().findFirst();
    }

    /** What differs between a version and the one before it. */
    List<SourceField> changed(int index) {
      return index + 1 < versions.size()
          ? fields.stream()
              .filter(
                  f ->
                      !versions
                          .get(index)
                          .value(f.key())
                          .equals(versions.get(index + 1).value(f.key())))
              .toList()
          : List.of();
    }
  }

  /** Pairs of units near S = 1, with the numbers that choose them. */
  record NearView(
      BigDecimal s, BigDecimal withinM, List<Sources.NearPair> pairs, Map<String, String> names) {

    String place(Sources.NearUnit unit) {
      return SourceViews.place(unit.division(), names);
    }
  }

  @GetMapping("/hazards/sources")
  String list(HttpServletRequest request, Model model) {
    Listing list = Listing.of(request);
    views.list(list, filter(list), model);
    model.addAttribute("years", designations.listYears());
    model.addAttribute("mayAdd", views.mayChange());
    return "hazards/web/sources";
  }

  @GetMapping("/hazards/sources/{id}")
  String show(@PathVariable long id, Locale locale, Model model) {
    HazardSource source = find(id);
    if (source.kind() == SourceKind.HAZCHEM_UNIT) {
      return "redirect:" + source.path();
    }
    model.addAttribute(
        "view",
        new SourceView(
            source,
            SourceViews.place(source.division(), views.names(List.of(source.division()))),
            SourceFields.of(source.kind()),
            sources.listFacts(id),
            sources.listEvaluations(id),
            states.listStates(id),
            views.timeline(source.subject(), id, texts.in(locale)),
            views.mayChange()));
    model.addAttribute("watch", views.watch(id, source.path(), Form.empty()));
    model.addAttribute("records", views.records(id, texts.in(locale)));
    return "hazards/web/source";
  }

  @GetMapping("/hazards/sources/near")
  String near(HttpServletRequest request, Model model) {
    Listing list = Listing.of(request);
    Map<RuleNumbers.Number, BigDecimal> standing = numbers.standing();
    BigDecimal s = views.number(standing, RuleNumbers.Number.NEAR_S);
    BigDecimal withinM = views.number(standing, RuleNumbers.Number.NEAR_M);
    List<Sources.NearPair> pairs = sources.listNear(s, withinM, list.offset(), list.size());
    List<DivisionCode> places =
        pairs.stream().flatMap(p -> Stream.of(p.one().division(), p.other().division())).toList();
    model.addAttribute("list", list.withTotal(sources.countNear(s, withinM)));
    model.addAttribute("view", new NearView(s, withinM, pairs, views.names(places)));
    return "hazards/web/near";
  }

  @GetMapping("/hazards/sources/export")
  void export(HttpServletRequest request, HttpServletResponse response, Locale locale)
      throws IOException {
    views.export(
        filter(Listing.of(request)),
        "hazard-sources",
        "hazards.register",
        response,
        texts.in(locale));
  }

  private HazardSource find(long id) {
    return sources.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/hazards/sources/{id}/level")
  String level(@PathVariable long id, Model model) {
    HazardSource source = find(id);
    model.addAttribute("source", source);
    model.addAttribute("evaluations", sources.listEvaluations(id));
    return "hazards/web/classchange";
  }

  @Allow({Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
  @PostMapping("/hazards/sources/{id}/level")
  String acknowledge(@PathVariable long id) {
    HazardSource source = find(id);
    levels.acknowledge(source);
    return "redirect:" + source.path();
  }

  /** What the address asks for; what it cannot mean is left out. */
  static SourceFilter filter(Listing list) {
    return filter(list, constant(SourceKind.class, list.filter("kind")), null);
  }

  static SourceFilter filter(Listing list, @Nullable SourceKind kind, @Nullable UnitKind unitKind) {
    String division = list.filter("division");
    String enterprise = list.filter("enterprise");
    String designated = list.filter("designated");
    Sort sort = constant(Sort.class, list.sort().toUpperCase(Locale.ROOT));
    return new SourceFilter(
        DivisionCode.isValid(division) ? new DivisionCode(division) : null,
        kind,
        unitKind,
        constant(Grade.class, list.filter("grade")),
        constant(HazardSource.State.class, list.filter("state")),
        designated.matches("\\d{4}") ? Integer.valueOf(designated) : null,
        enterprise.matches("\\d{1,18}") ? Long.valueOf(enterprise) : null,
        list.filter("text").isEmpty() ? null : list.filter("text"),
        list.findDate("from").orElse(null),
        list.findDate("to").orElse(null),
        sort == null ? Sort.WORST : sort,
        list.descending());
  }

  static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
