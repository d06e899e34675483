package io.zaikong.census;

import io.zaikong.enterprises.Enterprise;
import io.zaikong.enterprises.PreviewedFields;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.Declarations.Declared;
import io.zaikong.hazards.Declarations.Site;
import io.zaikong.hazards.DeclaredChemical;
import io.zaikong.hazards.Handling;
import io.zaikong.hazards.SiteDeclaration;
import io.zaikong.hazards.SiteDeclaration.Unit;
import io.zaikong.imports.Preview;
import io.zaikong.imports.Preview.Effect;
import io.zaikong.imports.Preview.Line;
import io.zaikong.imports.Preview.Value;
import io.zaikong.imports.PreviewLines;
import io.zaikong.kit.CreditCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a census workbook would change of enterprises, their plants and their units. */
@Component
class CensusPreview {

  private static final int SITES_AT_ONCE = 250;

  /** What a form states for a whole unit; the workbook has it by chemical only. */
  private static final String CONDITIONS = "整个单元的工况";

  private final Declarations declarations;

  CensusPreview(Declarations declarations) {
    this.declarations = declarations;
  }

  /**
   * Two statements for every {@value #SITES_AT_ONCE} plants; no more of what was declared before is
   * held at once.
   *
   * @param known by credit code
   */
  Preview of(List<SiteDeclaration> sites, Map<String, Enterprise> known, CensusDraft draft) {
    Map<CreditCode, Integer> rows = new HashMap<>();
    draft.enterprises().forEach(r -> rows.put(r.creditCode(), r.rowNo()));
    Map<UnitKey, Integer> unitRows = new HashMap<>();
    draft.chemicals().forEach(r -> unitRows.putIfAbsent(r.unit(), r.rowNo()));
    var plants = new PreviewLines(CensusColumns.ENTERPRISES);
    var units = new PreviewLines(CensusColumns.UNITS);
    for (int from = 0; from < sites.size(); from += SITES_AT_ONCE) {
      List<SiteDeclaration> some =
          sites.subList(from, Math.min(from + SITES_AT_ONCE, sites.size()));
      Set<Long> ids =
          some.stream()
              .map(s -> known.get(s.enterprise().creditCode().value()))
              .filter(Objects::nonNull)
              .map(Enterprise::id)
              .collect(Collectors.toSet());
      Map<Long, Site> before =
          declarations.listSites(ids).stream()
              .collect(Collectors.toMap(Site::enterpriseId, Function.identity()));
      Map<Long, List<Declared>> declared =
          declarations.listDeclared(ids).stream()
              .collect(Collectors.groupingBy(Declared::enterpriseId));
      for (SiteDeclaration site : some) {
        CreditCode code = site.enterprise().creditCode();
        Enterprise there = known.get(code.value());
        Integer row = rows.get(code);
        if (row != null) {
          plant(plants, row, site, there, there == null ? null : before.get(there.id()));
        }
        Map<String, Unit> byName =
            (there == null ? List.<Declared>of() : declared.getOrDefault(there.id(), List.of()))
                .stream().collect(Collectors.toMap(d -> d.unit().name(), Declared::unit));
        for (Unit unit : site.units()) {
          Unit standing = byName.get(unit.name());
          String name = site.enterprise().name() + " " + unit.name();
          units.add(
              Objects.requireNonNull(unitRows.get(new UnitKey(code, unit.name()))),
              name,
              effect(standing, unit),
              () -> values(standing, unit));
        }
      }
    }
    return both(plants.preview(), units.preview());
  }

  private static Preview both(Preview plants, Preview units) {
    List<Line> lines = Stream.concat(plants.rows().stream(), units.rows().stream()).toList();
    return new Preview(plants.changed() + units.changed(), lines);
  }

  private static void plant(
      PreviewLines lines,
      int row,
      SiteDeclaration site,
      @Nullable Enterprise known,
      @Nullable Site before) {
    List<Value> values = new ArrayList<>(PreviewedFields.ofDeclared(known, site.enterprise()));
    String population = Integer.toString(site.exposedPopulation());
    if (before == null) {
      values.add(Value.of(CensusColumns.POPULATION, population));
      values.add(Value.of(CensusColumns.POPULATION_SOURCE, site.populationSource()));
      values.add(Value.of(CensusColumns.POPULATION_DAY, text(site.populationCountedOn())));
    } else {
      String then = Integer.toString(before.exposedPopulation());
      values.add(Value.of(CensusColumns.POPULATION, then, population));
      values.add(
          Value.of(
              CensusColumns.POPULATION_SOURCE, before.populationSource(), site.populationSource()));
      String day = text(before.populationCountedOn());
      values.add(
          Value.of(
              CensusColumns.POPULATION_DAY,
              day,
              before.isAs(site) ? day : text(site.populationCountedOn())));
    }
    boolean changes = values.stream().anyMatch(Value::differs);
    Effect effect = changes ? Effect.CHANGED : known == null ? Effect.ADDED : Effect.UNCHANGED;
    lines.add(row, site.enterprise().name(), effect, () -> values);
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private static Effect effect(@Nullable Unit before, Unit after) {
    if (before == null) {
      return Effect.ADDED;
    }
    boolean same =
        before.kind() == after.kind()
            && before.defaults().equals(after.defaults())
            && before.chemicals().equals(after.chemicals());
    return same ? Effect.UNCHANGED : Effect.CHANGED;
  }

  /** The kind, and each chemical by its name. */
  private static List<Value> values(@Nullable Unit before, Unit after) {
    List<Value> values = new ArrayList<>();
    String kind = after.kind().chinese();
    Map<String, String> now = chemicals(after);
    if (before == null) {
      values.add(Value.of(CensusColumns.UNIT_KIND, kind));
      now.forEach((name, text) -> values.add(Value.of(name, text)));
      return values;
    }
    values.add(Value.of(CensusColumns.UNIT_KIND, before.kind().chinese(), kind));
    values.add(Value.of(CONDITIONS, text(before.defaults()), text(after.defaults())));
    Map<String, String> then = chemicals(before);
    Set<String> names = new LinkedHashSet<>(now.keySet());
    names.addAll(then.keySet());
    names.forEach(
        name ->
            values.add(Value.of(name, then.getOrDefault(name, ""), now.getOrDefault(name, ""))));
    return values;
  }

  /** What is stated of each; the same chemical may come several times. */
  private static Map<String, String> chemicals(Unit unit) {
    Map<String, String> chemicals = new LinkedHashMap<>();
    unit.chemicals()
        .forEach(
            c -> chemicals.merge(c.stated().label(), text(c), (one, other) -> one + " + " + other));
    return chemicals;
  }

  private static String text(DeclaredChemical chemical) {
    return joined(
        chemical.stated().quantityT() + " t",
        String.join("、", chemical.stated().categories()),
        text(chemical.handling()),
        chemical.categoryReason());
  }

  private static String text(Handling handling) {
    return joined(
        handling.container(),
        with(handling.temperature(), "℃"),
        with(handling.pressure(), "MPa"),
        handling.process(),
        handling.note());
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("，"));
  }

  private static String with(String number, String unit) {
    return number.matches("[-+\\d.]+") ? number + " " + unit : number;
  }
}
