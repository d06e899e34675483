package io.zaikong.census;

import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.hazards.Declarations;
import io.zaikong.hazards.DeclaredChemical;
import io.zaikong.hazards.Handling;
import io.zaikong.hazards.SiteDeclaration;
import io.zaikong.hazards.UnitKind;
import io.zaikong.shell.Form;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Outcome;
import io.zaikong.shell.Outcome.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of a unit: its plant's people, its own fields, and c0_, c1_ … for its chemicals. A row
 * without name, CAS number and quantity is left out.
 */
final class UnitForm {

  static final int MOST_ROWS = 60;
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?");
  private static final Pattern PEOPLE = Pattern.compile("\\d{1,7}");
  private static final BigDecimal KG_PER_T = BigDecimal.valueOf(1000);

  private UnitForm() {}

  /**
   * A form that can be read.
   *
   * @param rows the form's row of each chemical
   */
  record Read(
      int population,
      String source,
      @Nullable LocalDate countedOn,
      SiteDeclaration.Unit unit,
      List<Integer> rows) {}

  static Form of(Declarations.@Nullable Site site, SiteDeclaration.@Nullable Unit unit) {
    Map<String, String> values = new HashMap<>();
    if (site != null) {
      values.put("population", Integer.toString(site.exposedPopulation()));
      values.put("source", site.populationSource());
      LocalDate countedOn = site.populationCountedOn();
      values.put("countedOn", countedOn == null ? "" : countedOn.toString());
    }
    values.put("rows", "1");
    values.put("kind", UnitKind.STORAGE.name());
    if (unit != null) {
      values.put("name", unit.name());
      values.put("kind", unit.kind().name());
      values.put("temperature", unit.defaults().temperature());
      values.put("pressure", unit.defaults().pressure());
      values.put("process", unit.defaults().process());
      values.put("rows", Integer.toString(unit.chemicals().size()));
      for (int i = 0; i < unit.chemicals().size(); i++) {
        put(values, "c" + i + "_", unit.chemicals().get(i));
      }
    }
    return Form.of(values);
  }

  private static void put(Map<String, String> values, String row, DeclaredChemical chemical) {
    values.put(row + "name", chemical.stated().name());
    values.put(row + "cas", chemical.stated().cas());
    values.put(row + "q", chemical.stated().quantityT());
    values.put(row + "categories", String.join(" ", chemical.stated().categories()));
    values.put(row + "reason", chemical.categoryReason());
    values.put(row + "container", chemical.handling().container());
    values.put(row + "temperature", chemical.handling().temperature());
    values.put(row + "pressure", chemical.handling().pressure());
    values.put(row + "process", chemical.handling().process());
    values.put(row + "note", chemical.handling().note());
  }

  static int rows(Form form) {
    String rows = form.value("rows");
    return rows.matches("\\d{1,2}") ? Math.clamp(Integer.parseInt(rows), 1, MOST_ROWS) : 1;
  }

  /** The form with q_t of a row from volume, filling and density, which it shows. */
  static Form withQuantity(Form form, String row) {
    String volume = form.value(row + "_volume");
    String fill = form.value(row + "_fill");
    String density = form.value(row + "_density");
    List<Refused<?>> faults = new ArrayList<>();
    for (String part : List.of("_volume", "_fill", "_density")) {
      if (!DECIMAL.matcher(form.value(row + part)).matches()) {
        faults.add(refused(row + part, "census.form.decimal"));
      }
    }
    if (faults.isEmpty() && new BigDecimal(fill).compareTo(BigDecimal.ONE) > 0) {
      faults.add(refused(row + "_fill", "census.form.fill"));
    }
    if (!faults.isEmpty()) {
      return new Form(form.values(), faults);
    }
    BigDecimal quantityT =
        new BigDecimal(volume)
            .multiply(new BigDecimal(fill))
            .multiply(new BigDecimal(density))
            .divide(KG_PER_T)
            .setScale(6, java.math.RoundingMode.UP)
            .stripTrailingZeros();
    String text = quantityT.toPlainString();
    return form.with(row + "_q", text)
        .with(
            row + "_formula",
            "%s m³ × %s × %s kg/m³ ÷ 1000 = %s t".formatted(volume, fill, density, text));
  }

  /** The form of a unit that no longer holds what it names. */
  static Form withoutQuantities(Form form) {
    Form empty = form;
    for (int i = 0; i < rows(form); i++) {
      if (!form.value("c" + i + "_name").isBlank() || !form.value("c" + i + "_cas").isBlank()) {
        empty = empty.with("c" + i + "_q", "0").with("c" + i + "_formula", "");
      }
    }
    return empty;
  }

  /** What can be read of it, with all that is wrong in it. */
  static Reading read(Form form) {
    List<Refused<?>> faults = new ArrayList<>();
    String population = form.value("population").strip();
    if (!PEOPLE.matcher(population).matches()) {
      faults.add(refused("population", "census.population"));
    }
    Optional<LocalDate> countedOn = Listing.findDay(form.value("countedOn"));
    if (countedOn.isEmpty() && !form.value("countedOn").isBlank()) {
      faults.add(refused("countedOn", "census.population-day"));
    }
    String name = form.value("name").strip();
    if (name.isEmpty() || name.length() > 100) {
      faults.add(refused("name", "field.required"));
    }
    Optional<UnitKind> kind =
        java.util.Arrays.stream(UnitKind.values())
            .filter(k -> k.name().equals(form.value("kind")))
            .findFirst();
    if (kind.isEmpty()) {
      faults.add(refused("kind", "field.required"));
    }
    Map<Integer, DeclaredChemical> chemicals = new LinkedHashMap<>();
    for (int i = 0; i < rows(form); i++) {
      chemical(form, i, faults).ifPresent(put(chemicals, i));
    }
    if (chemicals.isEmpty() && faults.isEmpty()) {
      faults.add(refused("c0_name", "census.form.no_chemical"));
    }
    if (!faults.isEmpty() || kind.isEmpty()) {
      return new Reading(new Form(form.values(), faults), null);
    }
    return new Reading(
        form,
        new Read(
            Integer.parseInt(population),
            form.value("source").strip(),
            countedOn.orElse(null),
            new SiteDeclaration.Unit(
                name,
                kind.get(),
                Handling.ofUnit(
                    form.value("temperature"), form.value("pressure"), form.value("process")),
                List.copyOf(chemicals.values())),
            List.copyOf(chemicals.keySet())));
  }

  /**
   * @param read null when something is wrong, which the form then says
   */
  record Reading(Form form, @Nullable Read read) {}

  private static java.util.function.Consumer<DeclaredChemical> put(
      Map<Integer, DeclaredChemical> chemicals, int row) {
    return chemical -> chemicals.put(row, chemical);
  }

  private static Optional<DeclaredChemical> chemical(Form form, int i, List<Refused<?>> faults) {
    String row = "c" + i + "_";
    String name = form.value(row + "name").strip();
    String cas = CasNumber.plain(form.value(row + "cas").strip());
    String quantityT = form.value(row + "q").strip();
    if (name.isEmpty() && cas.isEmpty() && quantityT.isEmpty()) {
      return Optional.empty();
    }
    int before = faults.size();
    if (name.isEmpty() && cas.isEmpty()) {
      faults.add(refused(row + "name", "census.chemical-missing"));
    }
    if (!cas.isEmpty() && !CasNumber.isValid(cas)) {
      faults.add(
          refused(row + "cas", CasNumber.hasForm(cas) ? "census.cas-check" : "census.cas-form"));
    }
    if (!DECIMAL.matcher(quantityT).matches()) {
      faults.add(refused(row + "q", "census.quantity"));
    }
    List<String> categories =
        List.of(
                form.value(row + "categories")
                    .strip()
                    .toUpperCase(java.util.Locale.ROOT)
                    .split("[;；、,，\\s]+"))
            .stream()
            .filter(c -> !c.isEmpty())
            .toList();
    for (String category : categories) {
      if (!CensusColumns.SYMBOLS.contains(category)) {
        faults.add(refused(row + "categories", "census.category", category));
      }
    }
    if (!categories.isEmpty() && form.value(row + "reason").isBlank()) {
      faults.add(refused(row + "reason", "census.form.reason"));
    }
    if (faults.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new DeclaredChemical(
            new StatedChemical(cas, name, categories, quantityT),
            new Handling(
                form.value(row + "container"),
                form.value(row + "temperature"),
                form.value(row + "pressure"),
                form.value(row + "process"),
                form.value(row + "note")),
            form.value(row + "reason")));
  }

  private static Refused<?> refused(String field, String reason, String... parameters) {
    return (Refused<?>) Outcome.refused(field, reason, parameters);
  }
}
