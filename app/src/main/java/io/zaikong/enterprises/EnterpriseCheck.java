package io.zaikong.enterprises;

import io.zaikong.enterprises.EnterpriseReading.Fault;
import io.zaikong.enterprises.EnterpriseReading.Reading;
import io.zaikong.imports.ImportReport;
import io.zaikong.imports.ImportReport.Count;
import io.zaikong.imports.Preview;
import io.zaikong.imports.PreviewLines;
import io.zaikong.imports.RowError;
import io.zaikong.imports.RowErrors;
import io.zaikong.imports.SheetReader;
import io.zaikong.org.Divisions;
import io.zaikong.workbook.Workbook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds a workbook of enterprises against the register. An empty cell of a known enterprise leaves
 * what the register has.
 */
@Component
class EnterpriseCheck {

  private final Enterprises enterprises;
  private final Divisions divisions;

  EnterpriseCheck(Enterprises enterprises, Divisions divisions) {
    this.enterprises = enterprises;
    this.divisions = divisions;
  }

  /** The records as they will be, the report on the whole workbook, and how its rows were read. */
  record Checking(List<Enterprise> records, ImportReport report, Preview preview) {}

  @Transactional(propagation = Propagation.MANDATORY)
  public Checking check(Workbook workbook) {
    var errors = new RowErrors(List.of(EnterpriseWorkbook.SHEET));
    var sheets = new SheetReader(workbook, errors);
    var sheet = new EnterpriseSheet();
    int rows = sheets.read(EnterpriseWorkbook.SHEET, EnterpriseWorkbook.COLUMNS, sheet::read);
    if (rows == 0 && errors.isEmpty()) {
      errors.add(error(0, Optional.empty(), "", "enterprise.nothing", List.of()));
    }
    List<Enterprise> records = new ArrayList<>();
    var preview = new PreviewLines(EnterpriseWorkbook.SHEET);
    int known = judge(sheet.sound(), records, errors, preview);
    int good = records.size();
    return new Checking(
        records,
        new ImportReport(
            rows,
            good,
            good > 0,
            List.of(
                new Count("rows", rows),
                new Count("good", good),
                new Count("added", good - known),
                new Count("known", known)),
            errors.kept().size() + errors.more(),
            errors.kept(),
            sheets.notes(),
            List.of()),
        preview.preview());
  }

  /** Fills in the records that can be taken in; returns how many of them the register has. */
  private int judge(
      List<EnterpriseEntry> entries,
      List<Enterprise> records,
      RowErrors errors,
      PreviewLines preview) {
    List<String> codes = entries.stream().map(e -> e.enterprise().creditCode().value()).toList();
    Map<String, Enterprise> known = enterprises.findAll(codes);
    Set<String> elsewhere = enterprises.listElsewhere(codes);
    Map<String, String> names =
        new HashMap<>(
            divisions.names(
                entries.stream().map(e -> e.enterprise().division().value()).distinct().toList()));
    int registered = 0;
    for (EnterpriseEntry entry : entries) {
      Enterprise before = known.get(entry.enterprise().creditCode().value());
      if (elsewhere.contains(entry.enterprise().creditCode().value())) {
        add(
            errors,
            entry,
            new Fault(Field.CREDIT_CODE, "enterprise.registered-elsewhere", List.of()));
      } else if (!names.containsKey(entry.enterprise().division().value())) {
        add(errors, entry, new Fault(Field.DIVISION, "enterprise.division-unknown", List.of()));
      } else if (before != null && !before.creditCode().equals(entry.enterprise().creditCode())) {
        add(errors, entry, new Fault(Field.CREDIT_CODE, "enterprise.merged-code", List.of()));
      } else {
        Optional<Enterprise> after = next(before, entry, errors);
        if (after.isPresent()) {
          records.add(after.get());
          registered += before == null ? 0 : 1;
          PreviewedFields.add(preview, entry.rowNo(), before, after.get());
        }
      }
    }
    return registered;
  }

  private static Optional<Enterprise> next(
      @org.jspecify.annotations.Nullable Enterprise before,
      EnterpriseEntry entry,
      RowErrors errors) {
    Enterprise after = entry.enterprise();
    if (before != null) {
      Map<Field, String> all = EnterpriseDesk.texts(before);
      all.putAll(entry.typed());
      Reading reading = EnterpriseReading.read(all);
      reading.faults().forEach(fault -> add(errors, entry, fault));
      if (reading.enterprise().isEmpty()) {
        return Optional.empty();
      }
      after = reading.enterprise().get().withId(before.id());
      after = after.name().equals(before.name()) ? after : after.withNamesOf(before);
    }
    Optional<Fault> outside = EnterpriseDesk.findOutOfScope(after);
    outside.ifPresent(fault -> add(errors, entry, fault));
    return outside.isPresent() ? Optional.empty() : Optional.of(after);
  }

  private static void add(RowErrors errors, EnterpriseEntry entry, Fault fault) {
    errors.add(
        error(
            entry.rowNo(),
            Optional.of(fault.field()),
            entry.typed().getOrDefault(fault.field(), ""),
            fault.key(),
            fault.parameters()));
  }

  private static RowError error(
      int row, Optional<Field> field, String value, String key, List<String> parameters) {
    return new RowError(
        EnterpriseWorkbook.SHEET, row, field.map(Field::title).orElse(""), value, key, parameters);
  }
}
