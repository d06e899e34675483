package io.zaikong.demo;

import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.demo.FilingPlan.Stage;
import io.zaikong.filings.Filing;
import io.zaikong.filings.FilingCancellation;
import io.zaikong.filings.FilingRegister;
import io.zaikong.filings.Filings;
import io.zaikong.filings.MajorSource;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.DeclaredChemical;
import io.zaikong.hazards.SiteDeclaration;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Units that were major by chlorine that they no longer have, and how far their filings ended. */
@Service
class DemoCancellations {

  /** One filed still, one of which cancellation is asked, one checked, one cancelled. */
  private static final int UNITS = 4;

  private static final DeclaredChemical CHLORINE =
      DeclaredChemical.of(new StatedChemical("7782-50-5", "氯", List.of(), "60"));

  private final Declarations declarations;
  private final FilingRegister register;
  private final Filings filings;
  private final FilingCancellation cancellation;

  DemoCancellations(
      Declarations declarations,
      FilingRegister register,
      Filings filings,
      FilingCancellation cancellation) {
    this.declarations = declarations;
    this.register = register;
    this.filings = filings;
    this.cancellation = cancellation;
  }

  /** A unit of a district that is not major by what it holds today. */
  private record Former(SiteDraw site, String unit) {

    SiteDeclaration with(List<DeclaredChemical> more) {
      SiteDeclaration now = site.declaration();
      List<SiteDeclaration.Unit> units =
          now.units().stream()
              .filter(u -> u.name().equals(unit))
              .map(
                  u ->
                      new SiteDeclaration.Unit(
                          u.name(),
                          u.kind(),
                          u.defaults(),
                          Stream.concat(u.chemicals().stream(), more.stream()).toList()))
              .toList();
      return new SiteDeclaration(
          now.enterprise(), now.exposedPopulation(), now.populationSource(), units);
    }
  }

  private static List<Former> formers(CityPlan plan) {
    return plan.sites().values().stream()
        .limit(UNITS)
        .map(
            sites ->
                sites.stream()
                    .flatMap(
                        s ->
                            s.listHarmless(CHLORINE.stated().cas()).stream()
                                .map(unit -> new Former(s, unit)))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  /** Declares them as they were, and when their filings took place. */
  List<Stage> raise(CityPlan plan, FilingPlan drawn) {
    Set<Long> before = major().keySet();
    declarations.declare(
        formers(plan).stream().map(f -> f.with(List.of(CHLORINE))).toList(), done -> {});
    Map<Long, MajorSource> now = major();
    now.keySet().removeAll(before);
    List<Stage> stages = new ArrayList<>();
    now.values().forEach(source -> stages.add(drawn.longAgo(source)));
    return stages;
  }

  private Map<Long, MajorSource> major() {
    return register.list(FilingRegister.Filter.all()).stream()
        .map(e -> e.standing().source())
        .collect(Collectors.toMap(MajorSource::id, s -> s, (one, other) -> one, TreeMap::new));
  }

  /** Declares them as they are: they are no longer major, and all but one are to be cancelled. */
  void end(CityPlan plan, List<Stage> filed, Function<DivisionCode, Actor> officerOf) {
    declarations.declare(formers(plan).stream().map(f -> f.with(List.of())).toList(), done -> {});
    for (int i = 1; i < filed.size(); i++) {
      int steps = i;
      MajorSource source = filed.get(i).source();
      officerOf
          .apply(source.division().at(DivisionCode.Level.DISTRICT))
          .run(() -> cancel(source, steps));
    }
  }

  private void cancel(MajorSource source, int steps) {
    Filing filing = filings.listOf(source.id()).getFirst();
    filing = Acts.done(cancellation.ask(filing.id(), filing.revision(), "液氯已全部退出使用(演示数据)"));
    if (steps > 1) {
      filing =
          Acts.done(
              cancellation.check(
                  filing.id(), filing.revision(), register.today(), "现场核查：液氯储存设施已拆除(演示数据)"));
    }
    if (steps > 2) {
      Acts.done(cancellation.cancel(filing.id(), filing.revision()));
    }
  }
}
