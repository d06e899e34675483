package io.zaikong.hazards;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.hazards.DeclarationStore.Known;
import io.zaikong.hazards.DeclarationStore.NewUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of a declaration has to be stored: new units, and known ones whose inputs changed. */
final class DeclarationPlan {

  final Edition edition;
  final List<Planned> added = new ArrayList<>();
  final Map<Long, Planned> byUnit = new LinkedHashMap<>();
  final Map<Long, UnitKind> kinds = new HashMap<>();
  int same;

  DeclarationPlan(Edition edition) {
    this.edition = edition;
  }

  /**
   * A unit to be judged, with its standing inventory or a new one.
   *
   * @param declared now; otherwise only what is around it has changed
   */
  record Planned(
      long enterpriseId,
      SiteDeclaration site,
      SiteDeclaration.Unit unit,
      @Nullable Known before,
      boolean sameInventory,
      boolean declared) {

    NewUnit newUnit() {
      return new NewUnit(enterpriseId, unit.name(), unit.kind());
    }
  }

  void add(long enterpriseId, SiteDeclaration site, List<Known> known) {
    Map<String, Known> byName =
        known.stream().collect(Collectors.toMap(k -> k.unit().name(), k -> k));
    for (SiteDeclaration.Unit unit : site.units()) {
      Known before = byName.get(unit.name());
      if (before == null) {
        added.add(new Planned(enterpriseId, site, unit, null, false, true));
        continue;
      }
      if (before.removed()) {
        throw new IllegalArgumentException("removed: " + unit.name());
      }
      if (before.unit().kind() != unit.kind()) {
        kinds.put(before.id(), unit.kind());
      }
      boolean sameInventory =
          before.unit().chemicals().equals(unit.chemicals())
              && before.unit().defaults().equals(unit.defaults());
      if (sameInventory && before.unit().kind() == unit.kind() && isCurrent(site, before)) {
        same++;
      } else {
        put(before.id(), new Planned(enterpriseId, site, unit, before, sameInventory, true));
      }
    }
    Set<String> declared =
        site.units().stream().map(SiteDeclaration.Unit::name).collect(Collectors.toSet());
    for (Known unit : known) {
      if (!unit.removed() && !declared.contains(unit.unit().name()) && !isCurrent(site, unit)) {
        put(unit.id(), new Planned(enterpriseId, site, unit.unit(), unit, true, false));
      }
    }
  }

  private boolean isCurrent(SiteDeclaration site, Known unit) {
    return unit.judgedPopulation() == site.exposedPopulation()
        && unit.edition().equals(edition.name());
  }

  void put(long unitId, Planned planned) {
    byUnit.put(unitId, planned);
  }
}
