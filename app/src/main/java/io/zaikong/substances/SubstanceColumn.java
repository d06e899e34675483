package io.zaikong.substances;

import io.zaikong.calc.substance.PhysicalState;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetColumn.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of the catalogue as a workbook: one list, so that what is exported is what can be
 * imported. Their names in small letters are those of the form's fields.
 */
enum SubstanceColumn {
  NUMBER("序号", Format.TEXT, 10, 20),
  NAME("名称", Format.TEXT, 40, 400),
  ALIASES("别名", Format.TEXT, 30, 2_000),
  NAME_EN("英文名称", Format.TEXT, 30, 1_000),
  CAS("CAS号", Format.TEXT, 14, 20),
  UN("UN号", Format.TEXT, 10, 100),
  CLASSES("危险性类别", Format.TEXT, 50, 1_000),
  OTHER_CLASSES("其他来源的类别", Format.TEXT, 30, 1_000),
  OTHER_SOURCE("其他来源", Format.TEXT, 20, 400),
  STATE("物态", Format.TEXT, 8, 10),
  FLASH_C("闪点(℃)", Format.DECIMAL, 10, 30),
  BOILING_C("沸点(℃)", Format.DECIMAL, 10, 30),
  MELTING_C("熔点(℃)", Format.DECIMAL, 10, 30),
  DENSITY_KG_M3("密度(kg/m³)", Format.DECIMAL, 12, 30),
  LEL_VOL_PCT("爆炸下限(%)", Format.DECIMAL, 12, 30),
  UEL_VOL_PCT("爆炸上限(%)", Format.DECIMAL, 12, 30),
  HIGHLY_TOXIC("剧毒", Format.TEXT, 8, 10),
  TABLE1_ROW("表1项号", Format.INTEGER, 10, 10),
  SOURCE("来源", Format.TEXT, 28, 400),
  CONFIDENCE("核实情况", Format.TEXT, 12, 10),
  NOTE("备注", Format.TEXT, 40, 2_000),
  REASON("修改理由", Format.TEXT, 30, 400),
  VERSION("版本", Format.INTEGER, 8, 10);

  private static final Map<String, String> STATES =
      Map.of(
          PhysicalState.GAS.chinese(), PhysicalState.GAS.name(),
          PhysicalState.LIQUID.chinese(), PhysicalState.LIQUID.name(),
          PhysicalState.SOLID.chinese(), PhysicalState.SOLID.name(),
          PhysicalState.AEROSOL.chinese(), PhysicalState.AEROSOL.name());
  private static final Map<String, String> CONFIDENCES =
      Map.of(
          "有出处", SubstanceConfidence.SOURCED.name(),
          "未核实", SubstanceConfidence.RECALLED.name(),
          "已核实", SubstanceConfidence.CONFIRMED.name());
  private static final Map<String, String> TOXIC = Map.of("是", "yes", "否", "");

  private final String title;
  private final Format format;
  private final int width;
  private final int maxChars;

  SubstanceColumn(String title, Format format, int width, int maxChars) {
    this.title = title;
    this.format = format;
    this.width = width;
    this.maxChars = maxChars;
  }

  String title() {
    return title;
  }

  int maxChars() {
    return maxChars;
  }

  boolean isNumber() {
    return format == Format.DECIMAL;
  }

  /** Its name in the form. */
  String field() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<SubstanceColumn> findByField(String field) {
    return Arrays.stream(values()).filter(c -> c.field().equals(field)).findFirst();
  }

  SheetColumn column() {
    SheetColumn column = SheetColumn.of(title, format, width).withChoices(words());
    return this == NAME ? column.withRequired() : column;
  }

  /** The words that may be written in it; empty where anything may. */
  List<String> words() {
    return codes().keySet().stream().sorted().toList();
  }

  /** A word as the form has it; empty when the column has no such word. */
  Optional<String> code(String word) {
    return codes().isEmpty() ? Optional.of(word) : Optional.ofNullable(codes().get(word));
  }

  /** What the form has, as the workbook writes it. */
  String word(String code) {
    return codes().entrySet().stream()
        .filter(e -> e.getValue().equals(code))
        .findFirst()
        .map(Map.Entry::getKey)
        .orElse(code);
  }

  private Map<String, String> codes() {
    return switch (this) {
      case STATE -> STATES;
      case CONFIDENCE -> CONFIDENCES;
      case HIGHLY_TOXIC -> TOXIC;
      default -> Map.of();
    };
  }
}
