package io.zaikong.substances;

import io.zaikong.calc.hazard.Edition;
import io.zaikong.calc.substance.Catalogue;
import io.zaikong.imports.Preview;
import io.zaikong.imports.Preview.Effect;
import io.zaikong.imports.Preview.Value;
import io.zaikong.imports.PreviewLines;
import io.zaikong.shell.Form;
import io.zaikong.shell.Outcome.Refused;
import io.zaikong.substances.SubstanceSheet.Entry;
import io.zaikong.substances.Substances.Wanted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds the rows of a workbook against the catalogue. A row is the substance of its number, or,
 * without one, the one that bears its name; an empty cell leaves what the catalogue has.
 */
final class SubstanceCheck {

  /** In place of a reason while it is judged whether the row changes anything. */
  private static final String NO_REASON = "-";

  private final Edition edition;
  private final Map<String, SubstanceVersion> byNumber = new HashMap<>();
  private final Map<String, Set<String>> numbersByName = new HashMap<>();
  private final Map<String, Set<String>> numbersByCas = new HashMap<>();
  private final Map<String, Integer> rowOfSubstance = new HashMap<>();
  private final List<Wanted> wanted = new ArrayList<>();
  private final PreviewLines preview = new PreviewLines(SubstanceWorkbook.SHEET);
  private int unchanged;

  SubstanceCheck(Edition edition, List<SubstanceVersion> standing) {
    this.edition = edition;
    for (SubstanceVersion version : standing) {
      byNumber.put(version.number(), version);
      Stream.concat(Stream.of(version.entry().facts().name()), version.entry().aliases().stream())
          .forEach(name -> add(numbersByName, Catalogue.nameKey(name), version.number()));
      add(numbersByCas, version.entry().facts().cas(), version.number());
    }
  }

  private static void add(Map<String, Set<String>> numbers, String key, String number) {
    if (!key.isEmpty()) {
      numbers.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(number);
    }
  }

  /** Versions to be written, in the order of the rows. */
  List<Wanted> wanted() {
    return wanted;
  }

  int unchanged() {
    return unchanged;
  }

  Preview preview() {
    return preview.preview();
  }

  void judge(Entry entry) {
    Optional<SubstanceVersion> standing = standing(entry);
    if (!entry.row().isSound()) {
      return;
    }
    String key =
        standing
            .map(SubstanceVersion::number)
            .orElseGet(() -> "+" + Catalogue.nameKey(entry.typed(SubstanceColumn.NAME)));
    Integer first = rowOfSubstance.putIfAbsent(key, entry.row().number());
    if (first != null) {
      entry.fail(
          standing.isPresent() ? SubstanceColumn.NUMBER : SubstanceColumn.NAME,
          "substances.import.twice",
          String.valueOf(first));
      return;
    }
    Form form = merged(standing, entry.typed());
    if (standing.isPresent() && form.equals(SubstanceForms.of(standing.get()))) {
      leave(entry, form);
      return;
    }
    switch (SubstanceForms.read(withReason(form), edition)) {
      case SubstanceForms.Typed.Faulty faulty ->
          faulty.form().faults().forEach(fault -> fail(entry, fault));
      case SubstanceForms.Typed.Readable readable -> take(entry, standing, readable.draft(), form);
    }
  }

  private void leave(Entry entry, Form form) {
    unchanged++;
    show(entry, Effect.UNCHANGED, form, form);
  }

  private void take(
      Entry entry, Optional<SubstanceVersion> standing, SubstanceDraft draft, Form form) {
    if (standing.filter(draft::isSameAs).isPresent()) {
      leave(entry, form);
      return;
    }
    if (entry.typed(SubstanceColumn.REASON).isEmpty()) {
      entry.fail(SubstanceColumn.REASON, "substances.import.reason");
    }
    standing.ifPresent(present -> compare(entry, present, draft));
    if (entry.row().isSound()) {
      wanted.add(
          new Wanted(
              standing.map(SubstanceVersion::number).orElse(""),
              standing.map(SubstanceVersion::version).orElse(0),
              draft));
      standing.ifPresentOrElse(
          s -> show(entry, Effect.CHANGED, SubstanceForms.of(s), form),
          () -> show(entry, Effect.ADDED, form, form));
    }
  }

  private void show(Entry entry, Effect effect, Form before, Form after) {
    preview.add(
        entry.row().number(),
        after.value(SubstanceColumn.NAME.field()),
        effect,
        () ->
            Arrays.stream(SubstanceColumn.values())
                .filter(c -> c != SubstanceColumn.REASON && c != SubstanceColumn.VERSION)
                .map(
                    c ->
                        Value.of(
                            c.title(),
                            c.word(before.value(c.field())),
                            c.word(after.value(c.field()))))
                .toList());
  }

  /** A row is not another substance than its number's, nor older than what stands. */
  private static void compare(Entry entry, SubstanceVersion present, SubstanceDraft draft) {
    String version = entry.typed(SubstanceColumn.VERSION);
    if (!version.isEmpty() && !version.equals(Integer.toString(present.version()))) {
      entry.fail(
          SubstanceColumn.VERSION,
          "substances.import.moved_on",
          Integer.toString(present.version()));
    }
    String cas = present.entry().facts().cas();
    boolean otherCas = !cas.isEmpty() && !cas.equals(draft.asWritten().facts().cas());
    String name = Catalogue.nameKey(draft.asWritten().facts().name());
    boolean otherName =
        Stream.concat(Stream.of(present.entry().facts().name()), present.entry().aliases().stream())
            .noneMatch(known -> Catalogue.nameKey(known).equals(name));
    if (otherCas && otherName) {
      entry.fail(
          SubstanceColumn.NUMBER,
          "substances.import.other_substance",
          present.number(),
          present.entry().facts().name());
    }
  }

  /** The substance that a row is about; empty for a new one, or when that cannot be told. */
  private Optional<SubstanceVersion> standing(Entry entry) {
    String number = entry.typed(SubstanceColumn.NUMBER);
    if (!number.isEmpty()) {
      if (!byNumber.containsKey(number)) {
        entry.fail(SubstanceColumn.NUMBER, "substances.import.number_unknown", number);
      }
      return Optional.ofNullable(byNumber.get(number));
    }
    Set<String> named =
        numbersByName.getOrDefault(Catalogue.nameKey(entry.typed(SubstanceColumn.NAME)), Set.of());
    if (named.size() > 1) {
      entry.fail(SubstanceColumn.NAME, "substances.import.ambiguous", String.join("、", named));
    }
    if (!named.isEmpty()) {
      return Optional.ofNullable(byNumber.get(named.iterator().next()));
    }
    Set<String> same = numbersByCas.getOrDefault(entry.typed(SubstanceColumn.CAS), Set.of());
    if (!same.isEmpty()) {
      entry.fail(SubstanceColumn.CAS, "substances.import.cas_known", String.join("、", same));
    }
    return Optional.empty();
  }

  private static Form merged(
      Optional<SubstanceVersion> standing, Map<SubstanceColumn, String> typed) {
    Map<String, String> values =
        new LinkedHashMap<>(standing.map(s -> SubstanceForms.of(s).values()).orElse(Map.of()));
    typed.forEach(
        (column, text) -> {
          boolean asked = column != SubstanceColumn.NUMBER && column != SubstanceColumn.VERSION;
          if (asked && !isSame(column, text, values.getOrDefault(column.field(), ""))) {
            values.put(column.field(), text);
          }
        });
    return Form.of(values);
  }

  /** 78.30 in the catalogue is the 78.3 of the workbook. */
  private static boolean isSame(SubstanceColumn column, String text, String kept) {
    String number = "[-+]?\\d{1,6}(\\.\\d{1,12})?";
    return text.equals(kept)
        || column.isNumber()
            && text.matches(number)
            && kept.matches(number)
            && new BigDecimal(text).compareTo(new BigDecimal(kept)) == 0;
  }

  private static Form withReason(Form form) {
    return form.value("reason").isEmpty() ? form.with("reason", NO_REASON) : form;
  }

  private static void fail(Entry entry, Refused<?> fault) {
    SubstanceColumn column =
        SubstanceColumn.findByField(fault.field()).orElse(SubstanceColumn.NAME);
    entry.fail(column, fault.reason(), fault.parameters().toArray(String[]::new));
  }
}
