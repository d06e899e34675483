package io.zaikong.demo;

import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.hazards.Designations;
import io.zaikong.hazards.HazardSource;
import io.zaikong.hazards.SourceFilter;
import io.zaikong.hazards.SourceRegister;
import io.zaikong.hazards.SourceRegister.Answer;
import io.zaikong.hazards.SourceRegister.Draft;
import io.zaikong.hazards.Sources;
import io.zaikong.org.Agencies.Agency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.springframework.stereotype.Service;

/** Sources other than hazchem units, and those of any kind that the city's bureau watches. */
@Service
class DemoSources {

  private static final long SEED = 370302L;

  private final Enterprises enterprises;
  private final SourceRegister register;
  private final Sources sources;
  private final Designations designations;

  DemoSources(
      Enterprises enterprises,
      SourceRegister register,
      Sources sources,
      Designations designations) {
    this.enterprises = enterprises;
    this.register = register;
    this.sources = sources;
    this.designations = designations;
  }

  /** After the enterprises; how many there are. */
  int declare(CityPlan plan) {
    Map<String, Enterprise> registered =
        enterprises.findAll(
            plan.withoutSite().stream().map(p -> p.enterprise().creditCode().value()).toList());
    Random random = new Random(SEED);
    int declared = 0;
    for (SourcePlan kind : SourcePlan.all()) {
      List<CityPlan.Plain> owners =
          plan.withoutSite().stream().filter(p -> kind.trades().contains(p.trade())).toList();
      for (int i = 0; i < kind.sources() && !owners.isEmpty(); i++) {
        CityPlan.Plain owner = owners.get(i % owners.size());
        Enterprise enterprise =
            Objects.requireNonNull(registered.get(owner.enterprise().creditCode().value()));
        Map<String, String> typed = new HashMap<>();
        kind.fields().forEach(f -> typed.put(f.key(), f.draw(owner.trade(), random)));
        String name = (1 + i / owners.size()) + "#" + kind.name();
        Answer answer =
            register.add(
                Long.toString(enterprise.id()),
                kind.kind(),
                new Draft(name, null, typed, "危险源普查(演示数据)"));
        if (answer instanceof Answer.Faulty faulty) {
          throw new IllegalStateException(name + " " + faulty.faults());
        }
        declared++;
      }
    }
    return declared;
  }

  /** The worst of each kind, for this year; how many there are. */
  int designate() {
    Agency bureau =
        designations.listAgencies().stream()
            .filter(a -> a.name().equals(DemoAgencies.BUREAU))
            .findFirst()
            .orElseThrow();
    int designated = 0;
    for (SourcePlan kind : SourcePlan.all()) {
      List<HazardSource> worst =
          sources.page(SourceFilter.ofKind(kind.kind()), 0, Math.max(1, kind.designated())).items();
      for (HazardSource source : worst.subList(0, kind.designated())) {
        Acts.done(designations.designate(source.id(), bureau.id(), sources.year(), "列入年度重点监控名单"));
        designated++;
      }
    }
    return designated;
  }
}
