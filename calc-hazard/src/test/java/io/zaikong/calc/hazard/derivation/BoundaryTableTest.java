package io.zaikong.calc.hazard.derivation;

import static io.zaikong.calc.hazard.derivation.Derivations.conditions;
import static io.zaikong.calc.hazard.derivation.Derivations.facts;
import static io.zaikong.calc.hazard.derivation.Derivations.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known cases at the limits of table 2, each with what must come out. */
class BoundaryTableTest {

  @ParameterizedTest(name = "{0} {1} {4} {6}: {8}")
  @CsvSource(
      delimiter = '|',
      value = {
        // name | classes | state | boils | works | pressure | process | use | expected
        "乙酸甲酯|FL2|LIQUID|57|常温|''|''|STORAGE|W5.3 / 1000",
        "乙酸甲酯|FL2|LIQUID|57|70|''|无|PRODUCTION|W5.1 / 10",
        "乙酸甲酯|FL2|LIQUID|57|55|1.6|无|PRODUCTION|W5.3 / 1000",
        "乙酸甲酯|FL2|LIQUID|57|55|1.61|无|PRODUCTION|W5.2 / 50",
        "乙酸甲酯|FL2|LIQUID|57|55|1.6|''|STORAGE|W5.3 / 1000",
        "乙酸甲酯|FL2|LIQUID|57|55|1.61|''|STORAGE|W5.2 / 50",
        "二甲苯|FL3|LIQUID|138|120|''|氧化|PRODUCTION|W5.2 / 50",
        "二甲苯|FL3|LIQUID|138|常温|''|''|STORAGE|W5.4 / 5000",
        "柴油|FL3|LIQUID|160|常温|''|''|STORAGE|W5.4 / 5000",
        "乙醛|FL1|LIQUID|20.1|''|''|''|NOT_STATED|W5.1 / 10",
        "乙醛|FL1|LIQUID|''|500|9|聚合|PRODUCTION|W5.1 / 10",
        "丙烯|FG1|GAS|-47.6|''|''|''|NOT_STATED|W2 / 10",
        "氟里昂R22|PG|GAS|-40.8|''|''|''|NOT_STATED|无",
        "四氯化碳|AO3 AD3 AI3|LIQUID|77|''|''|''|NOT_STATED|无",
        "碘甲烷|AI2|LIQUID|42.4|''|''|''|NOT_STATED|J5 / 500",
        "氰化氢溶液≤20%|AD1|LIQUID|''|''|''|''|NOT_STATED|J2 / 50",
        "三氟化硼|PG AI2|''|''|''|''|''|NOT_STATED|J3 / 50",
        "光气|PG AI1|GAS|8|''|''|''|NOT_STATED|表1第6项 / 0.3",
        "砷化氢|FG1 AI2|GAS|-62|''|''|''|NOT_STATED|表1第14项 / 1",
        "三氧化二砷|AO2|SOLID|''|''|''|''|NOT_STATED|J5 / 500",
        "氰化钠|AO2 AD1|SOLID|''|''|''|''|NOT_STATED|J2 / 50",
        "硝酸≤70%|OL3|LIQUID|''|''|''|''|NOT_STATED|W9.2 / 200",
        "双氧水27.5%|OL2|LIQUID|''|''|''|''|NOT_STATED|W9.2 / 200",
        "双氧水≥60%|OL1|LIQUID|''|''|''|''|NOT_STATED|W9.1 / 50",
        "过氧化二苯甲酰77%含水|OPC|SOLID|''|''|''|''|NOT_STATED|W7.2 / 50",
        "过氧化二异丙苯≤52%惰性固体|OT|SOLID|''|''|''|''|NOT_STATED|无",
        "偶氮二异丁腈|SRC|SOLID|''|''|''|''|NOT_STATED|W6.2 / 50",
        "硫磺|FS2|SOLID|444.6|''|''|''|NOT_STATED|无",
        "红磷|FS1|SOLID|''|''|''|''|NOT_STATED|W10 / 200",
        "铝粉无涂层|WR2|SOLID|''|''|''|''|NOT_STATED|W11 / 200",
        "铝粉有涂层|FS1|SOLID|''|''|''|''|NOT_STATED|W10 / 200",
        "三乙基铝|PL1 WR1|LIQUID|''|''|''|''|NOT_STATED|表1第74项 / 1",
        "三氯硅烷(中国)|PL1 SC1A|LIQUID|33|''|''|''|NOT_STATED|W8 / 50",
        "三氯硅烷(欧盟)|FL1 AI3 WR1|LIQUID|33|''|''|''|NOT_STATED|W5.1 / 10",
        "硝酸铵(含可燃物≤0.2%)|OS3|SOLID|''|''|''|''|NOT_STATED|表1第44项 / 50",
        "氯乙酸|AO3* AD3* AI2|SOLID|189.1|''|''|''|NOT_STATED|J5 / 500",
        "丙烯酸|FL3 AD3 AI3|LIQUID|141|120|''|聚合工艺|PRODUCTION|W5.2 / 50",
        // Low boiling points decide J4 against J5 or nothing; 35 °C is included.
        "低沸点|AI2|LIQUID|35|''|''|''|NOT_STATED|J4 / 50",
        "低沸点|AI2|LIQUID|35.1|''|''|''|NOT_STATED|J5 / 500",
        "低沸点|AI3|LIQUID|35|''|''|''|NOT_STATED|J4 / 50",
        "低沸点|AI3|LIQUID|35.1|''|''|''|NOT_STATED|无",
        "低沸点经口|AO3|LIQUID|30|''|''|''|NOT_STATED|无",
        "沸点不明|AI2|LIQUID|''|''|''|''|NOT_STATED|待核定 J4 / 50",
        "沸点不明的固体|AI2|SOLID|''|''|''|''|NOT_STATED|J5 / 500",
        "沸点20度|AI1|''|20|''|''|''|NOT_STATED|J1 / 5",
        "沸点20.1度|AI1|''|20.1|''|''|''|NOT_STATED|J2 / 50",
        // Equal to the boiling point is not above it.
        "易燃液体|FL2|LIQUID|57|57|''|无|NOT_STATED|W5.3 / 1000",
        "易燃液体|FL2|LIQUID|57|57.000001|''|无|NOT_STATED|W5.1 / 10",
        "易燃液体|FL3|LIQUID|140|40|''|爆炸极限|STORAGE|W5.2 / 50",
        "易燃液体|FL3|LIQUID|140|40|''|其他:抽真空精馏|STORAGE|W5.2 / 50",
        "正戊烷|FL2|LIQUID|36|常温|''|''|STORAGE|W5.1 / 10",
        // Nothing missing is ever taken for harmless.
        "温度不明|FL2|LIQUID|57|''|''|''|STORAGE|待核定 W5.1 / 10",
        "沸点不明|FL2|LIQUID|''|20|''|''|STORAGE|待核定 W5.1 / 10",
        "工艺不明|FL2|LIQUID|57|20|''|''|PRODUCTION|待核定 W5.2 / 50",
        "工艺不明|FL2|LIQUID|57|20|0.1|''|NOT_STATED|待核定 W5.2 / 50",
        "储存填工艺|FL2|LIQUID|57|20|''|氧化|STORAGE|待核定 W5.2 / 50",
        "温度不决定|FL2 E1.1|LIQUID|57|''|''|''|NOT_STATED|W1.1 / 1",
        "类别不明|''|LIQUID|57|20|''|无|STORAGE|待核定 ''",
        // Aerosols are not judged as what is in them; a tie takes the greater β.
        "气雾剂|AE1 FG1|AEROSOL|''|''|''|''|NOT_STATED|W3 / 150",
        "气雾剂|AE3|AEROSOL|''|''|''|''|NOT_STATED|无",
        "并列|PG AI2 PL1|GAS|-10|''|''|''|NOT_STATED|J3 / 50",
        "遇水放气|WR3|SOLID|''|''|''|''|NOT_STATED|无",
        "1.4项|E1.4|SOLID|''|''|''|''|NOT_STATED|W1.3 / 50",
        "F型|OPF|LIQUID|''|''|''|''|NOT_STATED|W7.2 / 50",
        "G型|OPG SRF SRG|LIQUID|''|''|''|''|NOT_STATED|无"
      })
  void comesOut(
      String name,
      String classes,
      String state,
      String boils,
      String works,
      String pressure,
      String process,
      String use,
      String expected) {
    Derivation derivation =
        Derivations.DERIVER.derive(
            facts(name, classes, state, boils), conditions(works, pressure, process, use));
    assertThat(text(derivation)).isEqualTo(expected.replace("''", ""));
  }
}
