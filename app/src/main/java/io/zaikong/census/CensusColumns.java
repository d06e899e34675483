package io.zaikong.census;

import io.zaikong.enterprises.Category;
import io.zaikong.workbook.SheetColumn;
import io.zaikong.workbook.SheetColumn.Format;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The sheets of the census workbook and their columns. */
final class CensusColumns {

  static final String ENTERPRISES = "企业";
  static final String UNITS = "单元与化学品";

  static final String CREDIT_CODE = "统一社会信用代码";
  static final String NAME = "企业名称";
  static final String DIVISION = "区划代码";
  static final String ADDRESS = "详细地址";
  static final String LONGITUDE = "经度";
  static final String LATITUDE = "纬度";
  static final String SECTOR = "行业领域";
  static final String POPULATION = "厂区外500米常住人口";
  static final String POPULATION_SOURCE = "人口数据来源";
  static final String POPULATION_DAY = "人口统计日期";
  static final String CONTACT = "联系人";
  static final String PHONE = "联系电话";

  static final String UNIT_NAME = "单元名称";
  static final String UNIT_KIND = "单元类型";
  static final String CHEMICAL = "化学品名称";
  static final String CAS = "CAS号";
  static final String CATEGORIES = "危险性类别";
  static final String QUANTITY = "设计最大量(t)";
  static final String CONTAINER = "容器或位置";
  static final String TEMPERATURE = "工作温度(℃)";
  static final String PRESSURE = "压力(MPa)";
  static final String PROCESS = "工艺";
  static final String STATE = "状态说明";
  static final String CATEGORY_REASON = "类别依据";

  static final List<String> SECTORS = Stream.of(Category.values()).map(Category::chinese).toList();

  static final String PRODUCTION = "生产";
  static final String STORAGE = "储存";

  static final List<SheetColumn> ENTERPRISE_COLUMNS =
      List.of(
          SheetColumn.text(CREDIT_CODE, 22).withRequired(),
          SheetColumn.text(NAME, 30).withRequired(),
          SheetColumn.text(DIVISION, 14).withRequired(),
          SheetColumn.text(ADDRESS, 34).withRequired(),
          SheetColumn.of(LONGITUDE, Format.DECIMAL, 11),
          SheetColumn.of(LATITUDE, Format.DECIMAL, 11),
          SheetColumn.text(SECTOR, 18).withRequired().withChoices(SECTORS),
          SheetColumn.of(POPULATION, Format.INTEGER, 14).withRequired(),
          SheetColumn.text(POPULATION_SOURCE, 20),
          SheetColumn.of(POPULATION_DAY, Format.DATE, 14),
          SheetColumn.text(CONTACT, 12),
          SheetColumn.text(PHONE, 16));

  static final List<SheetColumn> UNIT_COLUMNS =
      List.of(
          SheetColumn.text(CREDIT_CODE, 22).withRequired(),
          SheetColumn.text(UNIT_NAME, 22).withRequired(),
          SheetColumn.text(UNIT_KIND, 10).withRequired().withChoices(List.of(PRODUCTION, STORAGE)),
          SheetColumn.text(CHEMICAL, 40),
          SheetColumn.text(CAS, 14),
          SheetColumn.text(CATEGORIES, 14),
          SheetColumn.of(QUANTITY, Format.DECIMAL, 14).withRequired(),
          SheetColumn.text(CONTAINER, 20),
          SheetColumn.text(TEMPERATURE, 13),
          SheetColumn.text(PRESSURE, 11),
          SheetColumn.text(PROCESS, 16),
          SheetColumn.text(STATE, 16),
          SheetColumn.text(CATEGORY_REASON, 24));

  /** The symbols of GB 18218-2018 table 2. */
  static final Set<String> SYMBOLS =
      Set.of(
          "J1", "J2", "J3", "J4", "J5", "W1.1", "W1.2", "W1.3", "W2", "W3", "W4", "W5.1", "W5.2",
          "W5.3", "W5.4", "W6.1", "W6.2", "W7.1", "W7.2", "W8", "W9.1", "W9.2", "W10", "W11");

  private CensusColumns() {}
}
