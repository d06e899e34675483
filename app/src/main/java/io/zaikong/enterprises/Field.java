package io.zaikong.enterprises;

import io.zaikong.kit.GeoPoint;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetColumn.Format;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an enterprise's record, as forms, workbooks and the history name them: one list, so
 * that what can be typed, imported, exported and compared is the same.
 */
public enum Field {
  CREDIT_CODE("统一社会信用代码", 22, 18, true, e -> e.creditCode().value()),
  NAME("企业名称", 34, 200, true, Enterprise::name),
  FORMER_NAMES("曾用名", 24, 500, false, e -> String.join("、", e.formerNames())),
  DIVISION("区划代码", 14, 12, true, e -> e.division().value()),
  ADDRESS("详细地址", 36, 300, true, Enterprise::address),
  LONGITUDE("经度", 12, 20, false, e -> degrees(e.position(), GeoPoint::longitudeDeg)),
  LATITUDE("纬度", 12, 20, false, e -> degrees(e.position(), GeoPoint::latitudeDeg)),
  DATUM("坐标系", 12, 20, false, e -> ""),
  CATEGORIES(
      "监管类别",
      30,
      200,
      true,
      e -> e.categories().stream().map(Category::chinese).collect(Collectors.joining("、"))),
  INDUSTRY("国民经济行业代码", 12, 5, false, Enterprise::industry),
  AFFILIATION("隶属关系", 12, 20, false, e -> word(e.affiliation(), Affiliation::chinese)),
  SIZE("企业规模", 10, 20, false, e -> word(e.size(), EnterpriseSize::chinese)),
  WORKFORCE("从业人数", 10, 9, false, e -> word(e.workforce(), String::valueOf)),
  PRINCIPAL("主要负责人", 12, 50, false, e -> e.contacts().principal()),
  PRINCIPAL_PHONE("主要负责人电话", 16, 60, false, e -> e.contacts().principalPhone()),
  SAFETY_MANAGER("安全管理人员", 12, 50, false, e -> e.contacts().safetyManager()),
  SAFETY_MANAGER_PHONE("安全管理人员电话", 16, 60, false, e -> e.contacts().safetyManagerPhone()),
  CONTACT("联系人", 12, 50, false, e -> e.contacts().contact()),
  PHONE("联系电话", 16, 60, false, e -> e.contacts().phone()),
  STATE("经营状态", 10, 20, false, e -> e.standing().state().chinese()),
  STATE_SINCE("状态起始日期", 14, 20, false, e -> word(e.standing().since(), Object::toString)),
  STATE_REASON("状态原因", 24, 200, false, e -> e.standing().reason());

  /** What an enterprise may change of its own record. */
  public static final List<Field> OWN =
      List.of(
          ADDRESS,
          LONGITUDE,
          LATITUDE,
          DATUM,
          WORKFORCE,
          PRINCIPAL,
          PRINCIPAL_PHONE,
          SAFETY_MANAGER,
          SAFETY_MANAGER_PHONE,
          CONTACT,
          PHONE);

  private final String title;
  private final int width;
  private final int maxChars;
  private final boolean required;
  private final Function<Enterprise, String> text;

  Field(
      String title, int width, int maxChars, boolean required, Function<Enterprise, String> text) {
    this.title = title;
    this.width = width;
    this.maxChars = maxChars;
    this.required = required;
    this.text = text;
  }

  /** The title of its column in workbooks. */
  public String title() {
    return title;
  }

  /** Its name in forms. */
  public String form() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The text key of its name on pages. */
  public String textKey() {
    return "enterprise.field." + name();
  }

  public int maxChars() {
    return maxChars;
  }

  public boolean required() {
    return required;
  }

  /** As forms and workbooks write it; empty when it is not stated. */
  public String text(Enterprise enterprise) {
    return text.apply(enterprise);
  }

  SheetColumn column() {
    SheetColumn column =
        this == WORKFORCE
            ? SheetColumn.of(title, Format.INTEGER, width)
            : SheetColumn.text(title, width);
    List<String> choices = List.copyOf(choices().keySet());
    column = choices.isEmpty() ? column : column.withChoices(choices);
    return required ? column.withRequired() : column;
  }

  /**
   * The words that may be written in it, with their text keys; empty for a field without choices.
   */
  public Map<String, String> choices() {
    Map<String, String> choices = new LinkedHashMap<>();
    switch (this) {
      case AFFILIATION ->
          Stream.of(Affiliation.values()).forEach(a -> choices.put(a.chinese(), a.textKey()));
      case SIZE ->
          Stream.of(EnterpriseSize.values()).forEach(s -> choices.put(s.chinese(), s.textKey()));
      case STATE ->
          Stream.of(OperatingState.values()).forEach(s -> choices.put(s.chinese(), s.textKey()));
      case DATUM -> EnterpriseReading.DATUMS.forEach(d -> choices.put(d, ""));
      default -> {}
    }
    return choices;
  }

  private static String degrees(
      @Nullable GeoPoint position, Function<GeoPoint, Double> coordinate) {
    return position == null
        ? ""
        : java.math.BigDecimal.valueOf(coordinate.apply(position)).toPlainString();
  }

  private static <V> String word(@Nullable V value, Function<V, String> text) {
    return value == null ? "" : text.apply(value);
  }
}
