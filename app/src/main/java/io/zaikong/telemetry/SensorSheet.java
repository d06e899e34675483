package io.zaikong.telemetry;

import io.zaikong.imports.SheetRow;
import io.zaikong.kit.CreditCode;
import io.zaikong.shell.Outcome.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the rows of a workbook of sensors. */
final class SensorSheet {

  private static final int LONGEST = 200;

  private static final Map<String, String> TITLES =
      Map.of(
          "tag", SensorColumns.TAG,
          "name", SensorColumns.NAME,
          "kind", SensorColumns.KIND,
          "unit", SensorColumns.UNIT,
          "medium", SensorColumns.MEDIUM,
          "cas", SensorColumns.CAS);

  private final List<Line> lines = new ArrayList<>();

  /** A row whose cells can be read. */
  record Line(
      SheetRow row,
      CreditCode code,
      String gateway,
      String source,
      SensorDraft draft,
      Limits limits) {}

  List<Line> lines() {
    return lines;
  }

  void read(SheetRow row) {
    CreditCode code = row.creditCode(SensorColumns.CREDIT_CODE);
    String gateway = row.requiredText(SensorColumns.GATEWAY, LONGEST);
    String source = row.requiredText(SensorColumns.SOURCE, LONGEST);
    int kind = SensorColumns.KINDS.indexOf(row.requiredText(SensorColumns.KIND, LONGEST));
    if (kind < 0 && !row.isEmpty(SensorColumns.KIND)) {
      row.fail(SensorColumns.KIND, "sensors.import.not-offered");
    }
    SensorDraft draft =
        new SensorDraft(
            row.requiredText(SensorColumns.TAG, LONGEST),
            row.requiredText(SensorColumns.NAME, LONGEST),
            kind < 0 ? null : SensorKind.values()[kind],
            row.text(SensorColumns.UNIT, LONGEST),
            row.text(SensorColumns.MEDIUM, LONGEST),
            row.text(SensorColumns.CAS, LONGEST));
    Limits limits = limits(row, draft);
    if (row.isSound() && code != null) {
      lines.add(new Line(row, code, gateway, source, draft, limits));
    }
  }

  private static Limits limits(SheetRow row, SensorDraft draft) {
    Map<LimitField, BigDecimal> values = new EnumMap<>(LimitField.class);
    for (LimitField field : LimitField.values()) {
      BigDecimal value = row.decimal(field.title(), field.isRequired(), "telemetry.decimal");
      SensorKind kind = draft.kind();
      if (value == null) {
        continue;
      }
      if (field.isWhole() && value.stripTrailingZeros().scale() > 0) {
        row.fail(field.title(), "telemetry.whole");
      } else if (value.stripTrailingZeros().scale() > 6) {
        row.fail(field.title(), "telemetry.decimal");
      } else if (kind != null && !kind.isMeasured() && field.isMeasured()) {
        row.fail(field.title(), "sensors.import.unmeasured");
      } else {
        values.put(field, value);
      }
    }
    return new Limits(values);
  }

  /** Beside the column that it is about; a rule of a standard with its clause. */
  static void fail(SheetRow row, Refused<?> fault) {
    String title = TITLES.getOrDefault(fault.field(), SensorColumns.TAG);
    for (LimitField field : LimitField.values()) {
      if (field.key().equals(fault.field())) {
        title = field.title();
      }
    }
    row.fail(title, fault.reason(), fault.parameters().toArray(String[]::new));
  }
}
