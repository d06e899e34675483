package io.zaikong.substances;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.substance.CatalogueEntry;
import io.zaikong.calc.substance.HazardClass;
import io.zaikong.calc.substance.PhysicalState;
import io.zaikong.calc.substance.SubstanceFacts;
import io.zaikong.calc.text.Cas;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what was typed about a substance into a draft, with every fault beside its field. */
final class SubstanceForms {

  static final List<String> FIELDS =
      List.of(
          "name",
          "name_en",
          "aliases",
          "cas",
          "un",
          "classes",
          "other_classes",
          "other_source",
          "state",
          "flash_c",
          "boiling_c",
          "melting_c",
          "density_kg_m3",
          "lel_vol_pct",
          "uel_vol_pct",
          "highly_toxic",
          "table1_row",
          "confidence",
          "source",
          "note",
          "reason",
          "version");

  private static final int LONGEST = 400;
  private static final BigDecimal COLDEST_C = new BigDecimal("-273.15");
  private static final BigDecimal HOTTEST_C = BigDecimal.valueOf(6_000);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Form form;
  private final Edition edition;
  private final List<Refused<?>> faults = new ArrayList<>();

  private SubstanceForms(Form form, Edition edition) {
    this.form = form;
    this.edition = edition;
  }

  /** The typed draft; or the form with its faults. */
  sealed interface Typed {
    record Readable(SubstanceDraft draft) implements Typed {}

    record Faulty(Form form) implements Typed {}
  }

  static Typed read(Form form, Edition edition) {
    SubstanceForms typed = new SubstanceForms(form, edition);
    Optional<SubstanceDraft> draft = typed.draft();
    return draft
        .<Typed>map(Typed.Readable::new)
        .orElseGet(() -> new Typed.Faulty(new Form(form.values(), typed.faults)));
  }

  /** The form of a substance as it stands; its reason is asked for anew. */
  static Form of(SubstanceVersion standing) {
    CatalogueEntry entry = standing.entry();
    SubstanceFacts facts = entry.facts();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", facts.name());
    values.put("name_en", entry.nameEn());
    values.put("aliases", String.join(";", entry.aliases()));
    values.put("cas", facts.cas());
    values.put("un", entry.un());
    values.put("classes", HazardClass.chinese(facts.classes()));
    values.put("other_classes", HazardClass.chinese(facts.otherClasses()));
    values.put("other_source", facts.otherSource());
    values.put("state", facts.state().map(Enum::name).orElse(""));
    values.put("flash_c", plain(facts.flashC()));
    values.put("boiling_c", plain(facts.boilingC()));
    values.put("melting_c", plain(facts.meltingC()));
    values.put("density_kg_m3", plain(entry.densityKgM3()));
    values.put("lel_vol_pct", plain(entry.lelVolPct()));
    values.put("uel_vol_pct", plain(entry.uelVolPct()));
    values.put("highly_toxic", entry.highlyToxic() ? "yes" : "");
    values.put("table1_row", facts.table1Row() == 0 ? "" : Integer.toString(facts.table1Row()));
    values.put("confidence", standing.confidence().name());
    values.put("source", entry.source());
    values.put("note", facts.note());
    values.put("version", Integer.toString(standing.version()));
    return Form.of(values);
  }

  static String plain(Optional<BigDecimal> value) {
    return value.map(BigDecimal::toPlainString).orElse("");
  }

  private Optional<SubstanceDraft> draft() {
    String name = required("name");
    String source = required("source");
    String reason = required("reason");
    SubstanceConfidence confidence =
        Arrays.stream(SubstanceConfidence.values())
            .filter(c -> c.name().equals(text("confidence")))
            .findFirst()
            .orElse(SubstanceConfidence.RECALLED);
    List<HazardClass> others = classes("other_classes");
    if (!others.isEmpty()) {
      required("other_source");
    }
    Optional<BigDecimal> lel = number("lel_vol_pct", BigDecimal.ZERO, HUNDRED);
    Optional<BigDecimal> uel = number("uel_vol_pct", BigDecimal.ZERO, HUNDRED);
    SubstanceFacts facts =
        new SubstanceFacts(
            name,
            cas(),
            classes("classes"),
            others,
            others.isEmpty() ? "" : text("other_source"),
            Arrays.stream(PhysicalState.values())
                .filter(s -> s.name().equals(text("state")))
                .findFirst(),
            number("flash_c", COLDEST_C, HOTTEST_C),
            number("boiling_c", COLDEST_C, HOTTEST_C),
            number("melting_c", COLDEST_C, HOTTEST_C),
            table1Row(),
            confidence.isVerified(),
            text("note"));
    Optional<BigDecimal> density =
        number("density_kg_m3", new BigDecimal("0.001"), BigDecimal.valueOf(30_000));
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    CatalogueEntry entry =
        new CatalogueEntry(
            "new",
            facts,
            text("name_en"),
            parts("aliases"),
            text("un"),
            density,
            lel,
            uel,
            text("highly_toxic").equals("yes"),
            source);
    return Optional.of(new SubstanceDraft(entry, confidence, reason));
  }

  private String text(String field) {
    return form.value(field).strip().replaceAll("\\p{Cntrl}+", " ");
  }

  private String required(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      fault(field, "field.required");
    } else if (text.length() > LONGEST) {
      fault(field, "substances.too_long", Integer.toString(LONGEST));
    }
    return text;
  }

  private List<String> parts(String field) {
    return Arrays.stream(form.value(field).split("[;\\uFF1B\\n\\r]"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .distinct()
        .toList();
  }

  private List<HazardClass> classes(String field) {
    List<HazardClass> classes = new ArrayList<>();
    for (String part : parts(field)) {
      Optional<HazardClass> known = HazardClass.find(part);
      if (known.isEmpty()) {
        fault(field, "substances.class_unknown", part);
        return List.of();
      }
      classes.add(known.get());
    }
    return classes.stream().distinct().toList();
  }

  private String cas() {
    String cas = text("cas");
    if (!cas.isEmpty() && !(Cas.hasForm(cas) && Cas.checks(cas))) {
      fault("cas", "substances.cas_invalid", cas);
    }
    return cas;
  }

  private int table1Row() {
    String row = text("table1_row");
    int rows = edition.tables().table1().size();
    if (row.isEmpty()) {
      return 0;
    }
    if (!row.matches("\\d{1,3}") || Integer.parseInt(row) < 1 || Integer.parseInt(row) > rows) {
      faults.add(
          new Refused<>(
              "substances.table1_unknown",
              List.of(Integer.toString(rows)),
              "table1_row",
              edition.name() + " 4.1.2"));
      return 0;
    }
    return Integer.parseInt(row);
  }

  private Optional<BigDecimal> number(String field, BigDecimal least, BigDecimal most) {
    String typed = text(field);
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    if (typed.matches("[-+]?\\d{1,6}(\\.\\d{1,6})?")) {
      BigDecimal value = new BigDecimal(typed);
      if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
        return Optional.of(value);
      }
    }
    fault(field, "substances.number_invalid", least.toPlainString(), most.toPlainString());
    return Optional.empty();
  }

  private void fault(String field, String reason, String... parameters) {
    faults.add(new Refused<>(reason, List.of(parameters), field, ""));
  }
}
