package io.zaikong.telemetry;

import io.zaikong.kit.CreditCode;
import io.zaikong.workbook.OfferedWorkbook;
import io.zaikong.workbook.OfferedWorkbook.Sheet;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetColumn.Format;
import io.zaikong.workbook.SheetWriter;
import io.zaikong.workbook.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The workbook of sensors: template, filled sample, and the export, which can be imported. */
public final class SensorColumns {

  static final String SHEET = "测点";
  static final String CREDIT_CODE = "统一社会信用代码";
  static final String GATEWAY = "采集网关";
  static final String SOURCE = "危险源名称";
  static final String TAG = "位号";
  static final String NAME = "测点名称";
  static final String KIND = "类型";
  static final String UNIT = "单位";
  static final String MEDIUM = "介质";
  static final String CAS = "CAS号";

  /** In the order of {@link SensorKind}. */
  static final List<String> KINDS =
      List.of(
          "可燃气体", "有毒气体", "氧气", "温度", "压力", "液位", "流量", "风速", "风向", "位移", "浸润线", "雨量", "视频在线",
          "其他");

  static final List<SheetColumn> COLUMNS = columns();

  private static final List<SheetColumn> HELP_COLUMNS =
      List.of(
          SheetColumn.text("栏目", 22), SheetColumn.text("怎样填", 90), SheetColumn.text("是否必填", 12));

  private SensorColumns() {}

  private static List<SheetColumn> columns() {
    List<SheetColumn> columns = new ArrayList<>();
    columns.add(SheetColumn.text(CREDIT_CODE, 22).withRequired());
    columns.add(SheetColumn.text(GATEWAY, 20).withRequired());
    columns.add(SheetColumn.text(SOURCE, 24).withRequired());
    columns.add(SheetColumn.text(TAG, 16).withRequired());
    columns.add(SheetColumn.text(NAME, 24).withRequired());
    columns.add(SheetColumn.text(KIND, 12).withChoices(KINDS).withRequired());
    columns.add(SheetColumn.text(UNIT, 10));
    columns.add(SheetColumn.text(MEDIUM, 14));
    columns.add(SheetColumn.text(CAS, 12));
    for (LimitField field : LimitField.values()) {
      SheetColumn column = SheetColumn.of(field.title(), Format.DECIMAL, 14);
      columns.add(field.isRequired() ? column.withRequired() : column);
    }
    return List.copyOf(columns);
  }

  static byte[] template() {
    return offered(List.of());
  }

  /** Made-up sensors; the first value of a line is the first 17 characters of the code. */
  static byte[] sample() {
    return offered(OfferedWorkbook.lines(SensorColumns.class, "sample.tsv"));
  }

  private static byte[] offered(List<String[]> lines) {
    return OfferedWorkbook.of(
        Sheet.of(SHEET, COLUMNS, lines.stream().map(SensorColumns::values).toList()),
        Sheet.help(HELP_COLUMNS, OfferedWorkbook.lines(SensorColumns.class, "help.tsv")));
  }

  private static @Nullable Object[] values(String[] line) {
    int firstNumber = COLUMNS.size() - LimitField.values().length;
    @Nullable Object[] values = new @Nullable Object[line.length];
    values[0] = CreditCode.completing(line[0]).value();
    for (int i = 1; i < line.length; i++) {
      values[i] = line[i].isEmpty() ? null : i < firstNumber ? line[i] : new BigDecimal(line[i]);
    }
    return values;
  }

  /**
   * @param rows hands every sensor over, one after another
   */
  public static void write(OutputStream out, Consumer<Consumer<Sensor>> rows) throws IOException {
    try (var book = new WorkbookWriter(out);
        SheetWriter sheet = book.sheet(SHEET, COLUMNS, 0)) {
      rows.accept(sensor -> write(sheet, sensor));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(SheetWriter sheet, Sensor sensor) {
    List<@Nullable Object> values =
        new ArrayList<>(
            Arrays.asList(
                sensor.creditCode(),
                sensor.gatewayName(),
                sensor.sourceName(),
                sensor.tag(),
                sensor.name(),
                KINDS.get(sensor.kind().ordinal()),
                sensor.unit().isEmpty() ? null : sensor.unit(),
                sensor.medium().isEmpty() ? null : sensor.medium(),
                sensor.cas().isEmpty() ? null : sensor.cas()));
    for (LimitField field : LimitField.values()) {
      values.add(sensor.limits().find(field).orElse(null));
    }
    try {
      sheet.row(values.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
