package io.zaikong.identify;

import io.zaikong.calc.hazard.Problem;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.calc.hazard.StatedSite;
import io.zaikong.calc.hazard.StatedUnit;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON of {@code identify}. Numbers stay as they were written; an unknown or repeated key
 * is a fault, so that a misspelled one is not passed over.
 */
final class IdentifyInput {

  private static final Set<String> KINDS = Set.of("PRODUCTION", "STORAGE");
  private static final Set<String> UNIT_KEYS =
      Set.of("name", "kind", "chemicals", "working_temperature_C", "pressure_MPa", "process");
  private static final Set<String> CHEMICAL_KEYS =
      Set.of(
          "cas",
          "name",
          "category",
          "categories",
          "q_t",
          "working_temperature_C",
          "pressure_MPa",
          "process");
  private static final int MOST_FAULTS = 100;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(32).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /**
   * A site with the conditions of its units and chemicals, as written.
   *
   * @param conditions of each unit, and of each of its chemicals, in the site's order
   */
  record Stated(StatedSite site, List<UnitConditions> conditions) {}

  record UnitConditions(ConditionTexts own, List<ConditionTexts> chemicals) {}

  /** Empty: not stated; a chemical's go before its unit's. */
  record ConditionTexts(String kind, String temperature, String pressure, String process) {

    ConditionTexts or(ConditionTexts unit) {
      return new ConditionTexts(
          unit.kind,
          temperature.isBlank() ? unit.temperature : temperature,
          pressure.isBlank() ? unit.pressure : pressure,
          process.isBlank() ? unit.process : process);
    }
  }

  private final List<String> faults = new ArrayList<>();
  private final List<UnitConditions> conditions = new ArrayList<>();

  private IdentifyInput() {}

  static Stated parse(byte[] json) throws UnreadableInput {
    JsonNode root = tree(json);
    IdentifyInput input = new IdentifyInput();
    StatedSite site = input.site(root);
    if (!input.faults.isEmpty()) {
      throw new UnreadableInput(input.faults);
    }
    return new Stated(site, input.conditions);
  }

  private static JsonNode tree(byte[] json) throws UnreadableInput {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableInput("输入不是 UTF-8 编码;请另存为 UTF-8");
    }
    try {
      return JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (JacksonException e) {
      var at = e.getLocation();
      String where = at == null ? "" : "第" + at.getLineNr() + "行第" + at.getColumnNr() + "列:";
      throw new UnreadableInput("输入不是有效的 JSON," + where + Problem.shown(e.getOriginalMessage()));
    } catch (ArithmeticException | NumberFormatException e) {
      throw new UnreadableInput("输入中有超出可接受范围的数字");
    }
  }

  private StatedSite site(JsonNode root) {
    keys(root, "输入", Set.of("site", "units"));
    JsonNode site = root.path("site");
    if (isAbsent(site)) {
      if (root.isObject()) {
        fault("输入", "缺少 site");
      }
    } else {
      keys(site, "site", Set.of("name", "exposed_population"));
    }
    List<StatedUnit> units = new ArrayList<>();
    int place = 0;
    for (JsonNode unit : list(root.path("units"), "输入", "units")) {
      units.add(unit(unit, "#" + ++place));
    }
    return new StatedSite(
        text(site, "name", "site"), number(site, "exposed_population", "site"), units);
  }

  private StatedUnit unit(JsonNode node, String place) {
    String name = text(node, "name", "单元" + quoted(place));
    String where = "单元" + quoted(name.isBlank() ? place : name);
    keys(node, where, UNIT_KEYS);
    String kind = text(node, "kind", where);
    if (!kind.isEmpty() && !KINDS.contains(kind)) {
      fault(where, "kind " + quoted(kind) + "应为 PRODUCTION 或 STORAGE");
    }
    ConditionTexts own = conditions(node, where, kind);
    List<StatedChemical> chemicals = new ArrayList<>();
    List<ConditionTexts> ofChemicals = new ArrayList<>();
    int chemicalPlace = 0;
    for (JsonNode chemical : list(node.path("chemicals"), where, "chemicals")) {
      chemicals.add(chemical(chemical, where, "#" + ++chemicalPlace, own, ofChemicals));
    }
    conditions.add(new UnitConditions(own, ofChemicals));
    return new StatedUnit(name, chemicals);
  }

  private ConditionTexts conditions(JsonNode node, String where, String kind) {
    return new ConditionTexts(
        kind,
        number(node, "working_temperature_C", where),
        number(node, "pressure_MPa", where),
        text(node, "process", where));
  }

  private StatedChemical chemical(
      JsonNode node,
      String unit,
      String place,
      ConditionTexts ofUnit,
      List<ConditionTexts> ofChemicals) {
    String named = node.path("name").isString() ? node.path("name").stringValue() : "";
    String listed = node.path("cas").isString() ? "CAS " + node.path("cas").stringValue() : place;
    String where = unit + ",化学品" + quoted(named.isBlank() ? listed : named);
    keys(node, where, CHEMICAL_KEYS);
    ofChemicals.add(conditions(node, where, "").or(ofUnit));
    List<String> categories = new ArrayList<>(texts(node, "category", where));
    categories.addAll(texts(node, "categories", where));
    return new StatedChemical(
        text(node, "cas", where),
        text(node, "name", where),
        categories,
        number(node, "q_t", where));
  }

  private void keys(JsonNode node, String where, Set<String> known) {
    if (!node.isObject()) {
      fault(where, "应为 JSON 对象");
      return;
    }
    for (String key : node.propertyNames()) {
      if (!known.contains(key)) {
        fault(where, "未知的键 " + quoted(key) + ";可用 " + String.join("、", new TreeSet<>(known)));
      }
    }
  }

  private List<JsonNode> list(JsonNode node, String where, String key) {
    if (node.isArray()) {
      return List.copyOf(node.values());
    }
    if (!isAbsent(node)) {
      fault(where, key + " 应为数组");
    }
    return List.of();
  }

  private String text(JsonNode parent, String key, String where) {
    JsonNode node = parent.path(key);
    if (node.isString()) {
      return node.stringValue();
    }
    if (!isAbsent(node)) {
      fault(where, key + " 应为字符串");
    }
    return "";
  }

  private List<String> texts(JsonNode parent, String key, String where) {
    JsonNode node = parent.path(key);
    if (!node.isArray()) {
      return List.of(text(parent, key, where));
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : node) {
      if (item.isString()) {
        texts.add(item.stringValue());
      } else {
        fault(where, key + " 的各项应为字符串");
      }
    }
    return texts;
  }

  /** A string or a number as it was written. */
  private String number(JsonNode parent, String key, String where) {
    JsonNode node = parent.path(key);
    if (node.isNumber()) {
      return node.isIntegralNumber()
          ? node.bigIntegerValue().toString()
          : node.decimalValue().toString();
    }
    if (node.isString() || isAbsent(node)) {
      return text(parent, key, where);
    }
    fault(where, key + " 应为数字");
    return "";
  }

  private void fault(String where, String what) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(where + ":" + what);
    }
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static String quoted(String text) {
    return "“" + Problem.shown(text) + "”";
  }
}
