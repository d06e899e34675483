package io.zaikong.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IdentifyCommandTest {

  private static final String EXAMPLE =
      """
      {"site":{"name":"某厂","exposed_population":60},"units":[{"name":"罐区","kind":"STORAGE","chemicals":[
       {"cas":"7782-50-5","name":"氯","q_t":"25"},
       {"name":"某有机溶剂","category":"W5.3","q_t":"60"}]}]}
      """;

  /** What one run left behind. */
  private record Run(int exit, String out, String err) {}

  @Test
  void printsOneJsonLineAUnitAsInTheContract() {
    Run run = run(EXAMPLE);
    assertThat(run.exit).isZero();
    assertThat(run.err).isEmpty();
    assertThat(run.out)
        .startsWith(
            "{\"unit\":\"罐区\",\"edition\":\"GB 18218-2018\",\"s\":\"5.06\",\"major\":true,"
                + "\"alpha\":\"1.5\",\"r\":\"30.09\",\"level\":3,\"terms\":[")
        .endsWith("]}\n")
        .hasLineCount(1);
    JsonNode terms = JsonMapper.shared().readTree(run.out).get("terms");
    assertThat(terms.get(0).get("row").intValue()).isEqualTo(12);
    assertThat(terms.get(1).get("category").stringValue()).isEqualTo("W5.3");
  }

  @Test
  void aUnitThatIsNotMajorHasNoLevel() {
    JsonNode line = JsonMapper.shared().readTree(chlorine("\"4.9999999999\"").out);
    assertThat(line.get("major").booleanValue()).isFalse();
    assertThat(line.get("s").stringValue()).isEqualTo("0.999999");
    assertThat(line.has("level")).isFalse();
    assertThat(line.get("r").asString()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5", "5.0", "\"5\"", "5e0", "\"0.5E1\"", "5.0000000000000000000000000000000"})
  void aQuantityIsANumberOrAStringAndKeptExact(String quantity) {
    assertThat(chlorine(quantity).out).contains("\"s\":\"1\",\"major\":true");
  }

  @Test
  void aQuantityJustBelowIsNotRoundedByBinaryNumbers() {
    assertThat(chlorine("4.99999999999999999999").out).contains("\"major\":false");
  }

  @Test
  void readsAFileAndAByteOrderMark(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("in.json"), "\uFEFF" + EXAMPLE);
    assertThat(run(List.of(file.toString()), new byte[0]).exit).isZero();
    Run missing = run(List.of(folder.resolve("none.json").toString()), new byte[0]);
    assertThat(missing.exit).isEqualTo(1);
    assertThat(missing.err).contains("文件不存在");
    assertThat(run(List.of(folder.toString()), new byte[0]).exit).isEqualTo(1);
  }

  @Test
  void wrongUsageExitsWithTwo() {
    assertThat(run(List.of(), new byte[0]).exit).isEqualTo(2);
    assertThat(run(List.of("a", "b"), new byte[0]).exit).isEqualTo(2);
    assertThat(run(List.of("--what"), new byte[0]).exit).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'name':'柴油','q_t':1} | 化学品“柴油” | 不在表1",
        "{'cas':'9004-70-0','q_t':1} | 化学品“CAS 9004-70-0” | 共用",
        "{'cas':'7782-50-5','name':'氨','q_t':1} | 化学品“氨(CAS 7782-50-5)” | 不一致",
        "{'name':'氯'} | 化学品“氯” | 数量未填",
        "{'name':'氯','q_t':null} | 化学品“氯” | 数量未填",
        "{'name':'氯','q_t':''} | 化学品“氯” | 数量未填",
        "{'name':'氯','q_t':-1} | 化学品“氯” | 为负",
        "{'name':'氯','q_t':'二十'} | 化学品“氯” | 不是数字",
        "{'name':'氯','q_t':'NaN'} | 化学品“氯” | 不是数字",
        "{'name':'氯','q_t':true} | 化学品“氯” | q_t 应为数字",
        "{'name':'氯','q_t':[1]} | 化学品“氯” | q_t 应为数字",
        "{'name':'氯','q_t':1e999999999} | 化学品“氯” | 超出可接受范围",
        "{'name':'氯','q_t':'1e999999999'} | 化学品“氯” | 超出可接受范围",
        "{'name':'氯','q_t':1,'category':'W99'} | 化学品“氯” | 不是表2的符号",
        "{'name':'氯','q_t':1,'Q':1} | 化学品“氯” | 未知的键 “Q”",
        "{'cas':7782505,'name':'氯','q_t':1} | 化学品“氯” | cas 应为字符串",
        "{'q_t':1} | 化学品“#1” | 均未填",
        "{'name':'柴油','q_t':1,'working_temperature_C':20} | 化学品“柴油” | 未说明有无特殊工艺条件",
        "{'name':'柴油','q_t':1,'process':'无'} | 化学品“柴油” | 缺工作温度",
        "{'name':'双氧水','q_t':1} | 化学品“双氧水” | 由全称决定",
        "{'name':'乙酸甲酯','cas':'67-64-1','q_t':1} | 化学品“乙酸甲酯(CAS 67-64-1)” | 不一致",
        "{'name':'三氯硅烷','q_t':1} | 化学品“三氯硅烷” | 分类来源不一致",
        "{'name':'四氯化碳'} | 化学品“四氯化碳” | 数量未填",
        "{'name':'氯','q_t':1,'working_temperature_C':'热'} | 化学品“氯” | 工作温度“热”",
        "{'name':'氯','q_t':1,'pressure_MPa':-5} | 化学品“氯” | 操作压力“-5”",
        "{'name':'氯','q_t':1,'process':'蒸馏'} | 化学品“氯” | 工艺条件“蒸馏”",
        "{'name':'硝酸铵','cas':'6484-52-2','q_t':1} | 化学品“硝酸铵(CAS 6484-52-2)” | 限定条件"
      })
  void aRefusalPrintsNothingAndNamesUnitChemicalAndReason(
      String chemical, String where, String reason) {
    Run run =
        run(
            """
            {"site":{"exposed_population":0},"units":[
             {"name":"好单元","chemicals":[{"name":"氯","q_t":25}]},
             {"name":"坏单元","chemicals":[%s]}]}
            """
                .formatted(chemical.replace('\'', '"')));
    assertThat(run.exit).isEqualTo(1);
    assertThat(run.out).isEmpty();
    assertThat(run.err).contains("单元“坏单元”").contains(where).contains(reason).hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'site':{},'units':[]} | 常住人口未填",
        "{'site':{'exposed_population':null},'units':[]} | 常住人口未填",
        "{'site':{'exposed_population':-1},'units':[]} | “-1”不是非负整数",
        "{'site':{'exposed_popluation':60},'units':[]} | 未知的键 “exposed_popluation”",
        "{'site':{'exposed_population':60},'units':[]} | 没有单元",
        "{'site':{'exposed_population':60},'units':{}} | units 应为数组",
        "{'site':[],'units':[]} | site:应为 JSON 对象",
        "{'units':[]} | 缺少 site",
        "[] | 应为 JSON 对象",
        "null | 应为 JSON 对象",
        "{'a':1,'a':2} | 不是有效的 JSON",
        "{'site': | 不是有效的 JSON",
        "{} {} | 不是有效的 JSON",
        "{'site':{'exposed_population':NaN}} | 不是有效的 JSON"
      })
  void malformedInputIsRefusedWithItsFault(String json, String fault) {
    Run run = run(json.replace('\'', '"'));
    assertThat(run.exit).isEqualTo(1);
    assertThat(run.out).isEmpty();
    assertThat(run.err).contains(fault);
  }

  @Test
  void hostileInputIsRefusedAtOnce() {
    for (String json : List.of("", "[".repeat(100_000), "{\"q\":" + "1".repeat(100_000) + "}")) {
      Run run = run(json);
      assertThat(run.exit).isEqualTo(1);
      assertThat(run.out).isEmpty();
      assertThat(run.err).isNotEmpty();
    }
    Run latin = run(List.of("-"), "{\"site\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(latin.exit).isEqualTo(1);
    assertThat(latin.err).contains("UTF-8");
  }

  @Test
  void aSubstanceBeyondTable1IsJudgedByTheCatalogueAndItsConditions() {
    Run run =
        run(
            """
            {"site":{"exposed_population":0},"units":[
             {"name":"罐区","kind":"STORAGE","working_temperature_C":"常温","chemicals":[
              {"name":"乙酸甲酯","q_t":1000},
              {"cas":"79-20-9","working_temperature_C":70,"q_t":1}]},
             {"name":"氧化","kind":"PRODUCTION","working_temperature_C":120,"process":"氧化","chemicals":[
              {"name":"二甲苯","q_t":25},{"name":"氯","q_t":1},{"name":"四氯化碳","q_t":"7.50"}]},
             {"name":"仓库","kind":"STORAGE","chemicals":[{"name":"硫磺","q_t":9}]}]}
            """);
    assertThat(run.err).isEmpty();
    assertThat(run.exit).isZero();
    List<JsonNode> lines = run.out.lines().map(l -> JsonMapper.shared().readTree(l)).toList();
    JsonNode acetate = lines.get(0).get("terms").get(0);
    assertThat(acetate.get("category").stringValue()).isEqualTo("W5.3");
    assertThat(acetate.get("ratio").stringValue()).isEqualTo("1");
    assertThat(acetate.get("why").stringValue()).contains("工作温度40℃不高于沸点").contains("解释");
    assertThat(acetate.get("verified").booleanValue()).isFalse();
    assertThat(lines.get(0).get("terms").get(1).get("category").stringValue()).isEqualTo("W5.1");
    assertThat(lines.get(1).get("terms")).hasSize(2);
    assertThat(lines.get(1).get("s").stringValue()).isEqualTo("0.7");
    JsonNode outside = lines.get(1).get("outside").get(0);
    assertThat(outside.get("name").stringValue()).isEqualTo("四氯化碳");
    assertThat(outside.get("why").stringValue()).contains("不参与辨识");
    assertThat(lines.get(0).has("outside")).isFalse();
    assertThat(lines.get(2).get("s").stringValue()).isEqualTo("0");
  }

  @Test
  void aStatedCategoryGoesBeforeTheCatalogue() {
    Run run =
        run(
            """
            {"site":{"exposed_population":0},"units":[{"name":"u","chemicals":[
             {"name":"柴油","category":"W5.1","q_t":1},{"name":"四氯化碳","category":"J5","q_t":1}]}]}
            """);
    assertThat(run.out).contains("\"category\":\"W5.1\"").contains("\"category\":\"J5\"");
  }

  @Test
  void anEntryOfTheCatalogueThatIsARowOfTable1IsJudgedByThatRow() {
    Run run =
        run(
            """
            {"site":{"exposed_population":0},"units":[{"name":"u","chemicals":[{"name":"甲醛[含量＞90%]","q_t":5},
              {"name":"过乙酸[含量≤16%,含水≥39%,含乙酸≥15%,含过氧化氢≤24%,含有稳定剂]","q_t":5}]}]}
            """);
    JsonNode term = JsonMapper.shared().readTree(run.out).get("terms").get(1);
    assertThat(term.get("row").intValue()).isEqualTo(71);
    assertThat(term.get("name").stringValue()).startsWith("过乙酸[含量≤16%");
    assertThat(term.get("why").stringValue()).contains("先于表2");
  }

  private static Run chlorine(String quantity) {
    return run(
        "{\"site\":{\"exposed_population\":0},\"units\":[{\"name\":\"u\",\"chemicals\":[{\"name\":\"氯\",\"q_t\":"
            + quantity
            + "}]}]}");
  }

  private static Run run(String json) {
    return run(List.of("-"), json.getBytes(StandardCharsets.UTF_8));
  }

  private static Run run(List<String> args, byte[] in) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = IdentifyCommand.run(args, new ByteArrayInputStream(in), stream(out), stream(err));
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }
}
