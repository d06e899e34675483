package io.zaikong.calc.hazard;

/** The reasons for a refusal, each with its text in both languages and the clause that asks. */
public enum Reason {
  SITE_WITHOUT_UNITS("没有单元;请至少填写一个单元", "no units; state at least one", "3.2"),
  POPULATION_MISSING(
      "厂区边界外500 m范围内常住人口未填,不得按0处理;请填写人数,确无人的填0",
      "residents within 500 m not stated, which is not zero; state their number, 0 if there are"
          + " none",
      "4.3 表5"),
  POPULATION_INVALID(
      "常住人口“{0}”不是非负整数;请填写人数",
      "residents \"{0}\" is not a whole number of at least 0; state their number", "4.3 表5"),
  UNIT_UNNAMED("单元没有名称;请填写名称", "the unit has no name; state one", "3.2"),
  UNIT_REPEATED(
      "单元名称重复;请用不同名称,同一单元的化学品写在一起",
      "the name is used twice; use different names, and put one unit's chemicals together",
      "3.2"),
  UNIT_EMPTY("单元没有化学品;请至少填写一种", "no chemicals; state at least one", "4.2.1"),
  QUANTITY_MISSING(
      "数量未填,不得按0处理;请填写设计最大量(t)",
      "quantity missing, which is not zero; state the greatest design quantity in tonnes",
      "4.2.2"),
  QUANTITY_NOT_A_NUMBER(
      "数量“{0}”不是数字;请填写以吨为单位的十进制数,不带单位和千分位",
      "quantity \"{0}\" is not a number; state tonnes as a plain decimal without unit or"
          + " separators",
      "4.2.2"),
  QUANTITY_NEGATIVE(
      "数量“{0}”为负;请填写设计最大量(t)",
      "quantity \"{0}\" is negative; state the greatest design quantity in tonnes", "4.2.2"),
  QUANTITY_OUT_OF_RANGE(
      "数量“{0}”超出可接受范围(小于1万亿t,小数不超过30位);请核对",
      "quantity \"{0}\" is out of range (below 10^12 t, at most 30 decimals); check it", "4.2.2"),
  CHEMICAL_UNIDENTIFIED(
      "CAS号、名称、类别均未填;请至少填写一项",
      "neither CAS number nor name nor category stated; state one",
      "4.1.2"),
  CAS_MALFORMED(
      "“{0}”不是CAS号;应形如7782-50-5", "\"{0}\" is not a CAS number; it looks like 7782-50-5", "4.1.2"),
  CAS_CHECK_DIGIT(
      "CAS号{0}校验位不符;请核对", "the check digit of CAS {0} is wrong; check the number", "4.1.2"),
  CAS_SHARED(
      "CAS号{0}为表1多项共用,由名称决定;请填写全称之一:{1};均不符合的填写表2类别",
      "CAS {0} is shared by several rows of table 1 and the name decides; state one of {1}, or a"
          + " category",
      "4.1.2 表1"),
  CAS_NAME_DISAGREE(
      "CAS号{0}与名称“{1}”不一致:{2};请更正其一",
      "CAS {0} and name \"{1}\" disagree: {2}; correct one of them", "4.1.2 表1"),
  CONDITION_UNKNOWN(
      "表1该项附有限定条件,“{0}”未说明是否符合;符合的填写全称:{1};不符合的填写表2类别",
      "table 1 sets a condition and \"{0}\" does not say whether it is met; if so state {1},"
          + " otherwise a category",
      "4.1.2 表1"),
  MIXTURE(
      "“{0}”是溶液或混合物;与纯物质危险类别相同的按纯物质名称和混合物总量填写,不同的填写表2类别",
      "\"{0}\" is a solution or mixture; if of the pure substance's class state its name and the"
          + " whole mass, otherwise a category",
      "4.2.3"),
  SUBSTANCE_UNKNOWN(
      "“{0}”不在表1、表3中;请核对名称和CAS号,或填写表2类别(J1…W11)",
      "\"{0}\" is not in table 1 or 3; check name and CAS number, or state a category of table 2"
          + " (J1 to W11)",
      "4.1.2"),
  CATEGORY_UNKNOWN(
      "“{0}”不是表2的符号;应为J1…J5、W1.1…W11之一",
      "\"{0}\" is not a symbol of table 2; use one of J1 to J5, W1.1 to W11", "4.1.2 表2"),
  SUBSTANCE_AMBIGUOUS(
      "“{0}”不在表1中,在物质目录中对应多项,由全称决定;请填写全称之一:{1};或填写表2类别",
      "\"{0}\" is not in table 1 and is several rows of the catalogue; state one whole name of {1},"
          + " or a category",
      "4.1.2"),
  CATEGORY_UNDETERMINED(
      "“{0}”不在表1中,按其危险性类别推导表2类别{1};请补填所缺的工作温度、压力、工艺条件等,或填写表2类别",
      "\"{0}\" is not in table 1, and its category of table 2 is {2}; state the missing working"
          + " temperature, pressure or process, or a category",
      "4.1.2 表2"),
  TEMPERATURE_INVALID(
      "工作温度“{0}”应为摄氏度数(上限),不加热的常压储存可填“常温”",
      "working temperature \"{0}\" is not a number of °C; unheated storage may state \"ambient\"",
      "4.1.2 表2 W5"),
  PRESSURE_INVALID(
      "操作压力“{0}”应为表压(MPa)的十进制数",
      "pressure \"{0}\" is not a gauge pressure in MPa", "4.1.2 表2 W5.2"),
  PROCESS_UNKNOWN(
      "工艺条件“{0}”无法识别;可填:无、爆炸极限、其他:理由,或危险化工工艺之一:{1}",
      "process \"{0}\" is unknown; state none, explosive limit, other: reason, or one of {1}",
      "4.1.2 表2 W5.2");

  private final String chinese;
  private final String english;
  private final String clause;

  Reason(String chinese, String english, String clause) {
    this.chinese = chinese;
    this.english = english;
    this.clause = clause;
  }

  String chinese() {
    return chinese;
  }

  String english() {
    return english;
  }

  public String clause() {
    return clause;
  }
}
