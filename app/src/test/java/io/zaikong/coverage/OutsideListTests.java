package io.zaikong.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.Eventually;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.enterprises.Category;
import io.zaikong.enterprises.Enterprises;
import io.zaikong.workbook.SheetWriter;
import io.zaikong.workbook.WorkbookWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Lists from outside, from the workbook to the estimate, over HTTP. */
@AppTest
class OutsideListTests {

  private static final Category CATEGORY = Category.TAILINGS_POND;
  private static int lists;

  @Autowired ApplicationContext context;
  private CoverageCase cases;
  private TestVisitor officer;
  private final String name = "名单例" + ++lists;
  private final String mark = "甲乙丙丁戊己庚辛".substring(lists, lists + 1);

  @BeforeEach
  void anOfficer() {
    cases = new CoverageCase(new TestCity(context));
    officer = cases.officer("370300");
  }

  private @Nullable Object[] row(
      @Nullable String code,
      String enterprise,
      @Nullable String division,
      @Nullable String address) {
    return new @Nullable Object[] {
      code, enterprise, division, address, CATEGORY.chinese(), "许可", name, LocalDate.of(2026, 6, 30)
    };
  }

  private static List<@Nullable Object[]> rows(@Nullable Object[]... rows) {
    return Arrays.asList(rows);
  }

  private String code(long enterprise) {
    return cases.city.asSystem(
        () ->
            context.getBean(Enterprises.class).find(enterprise).orElseThrow().creditCode().value());
  }

  private static byte[] workbook(List<@Nullable Object[]> rows) {
    var out = new ByteArrayOutputStream();
    try (var book = new WorkbookWriter(out)) {
      try (SheetWriter sheet = book.sheet(ListColumns.SHEET, ListColumns.COLUMNS, 0)) {
        for (@Nullable Object[] row : rows) {
          sheet.row(row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private String upload(byte[] workbook) {
    return officer
        .upload("/imports/lists", "/imports/lists", "名单.xlsx", workbook)
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .replaceFirst("https?://[^/]+", "");
  }

  /** The address of the list. */
  private String take(List<@Nullable Object[]> rows) throws InterruptedException {
    String page = upload(workbook(rows));
    officer.post(page, page + "/import", Map.of("mode", "GOOD_ROWS"));
    Eventually.within(Duration.ofSeconds(30), () -> officer.get(page).body().contains("已导入 1 份名单"));
    Matcher link =
        Pattern.compile("(/census/lists/\\d+)\">" + name)
            .matcher(officer.get("/census/lists").body());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static String entry(String list, String body, String enterprise) {
    Matcher link =
        Pattern.compile("(" + list + "/entries/\\d+)\">" + Pattern.quote(enterprise)).matcher(body);
    assertThat(link.find()).as(enterprise).isTrue();
    return link.group(1);
  }

  @Test
  void rowsAreMatchedByCodeElseByNameAndCountOnce() throws InterruptedException {
    long one = cases.enterprise("外例" + mark + "一有限公司", "370304001", CATEGORY);
    cases.enterprise("外例" + mark + "二有限公司", "370304001", CATEGORY);
    String list =
        take(
            rows(
                row(code(one), "登记前的旧名称" + mark, "370304001", null),
                row(null, "外例" + mark + "二有限责任公司", null, "博山区某某路2号"),
                row(null, "外例" + mark + "一(有限公司)", "370304", null),
                row(null, "外例" + mark + "二有限公司", "370305", null),
                row(null, "外例" + mark + "无", "370305107", null)));
    assertThat(officer.get(list + "?show=CODE").body()).contains("登记前的旧名称");
    assertThat(officer.get(list + "?show=NAME").body()).contains(mark + "二有限责任公司");
    assertThat(officer.get(list + "?show=ASIDE").body())
        .contains("一(有限公司)", "搁置：重复")
        .doesNotContain("二有限责任公司");
    assertThat(officer.get(list + "?show=NONE").body())
        .contains(mark + "二有限公司", mark + "无")
        .doesNotContain("二有限责任公司");
    assertThat(cases.officer("370305").get(list).body())
        .contains(mark + "无")
        .doesNotContain("登记前的旧名称");
  }

  @Test
  void aPersonCorrectsAMatchAndSetsARowAside() throws InterruptedException {
    long one = cases.enterprise("外例" + mark + "甲厂", "370304001", CATEGORY);
    String list =
        take(
            rows(
                row(null, "外例" + mark + "甲厂", "370304001", null),
                row(null, "外例" + mark + "甲厂北区", "370304001", null)));
    String first = entry(list, officer.get(list).body(), "外例" + mark + "甲厂<");
    String second = entry(list, officer.get(list).body(), "外例" + mark + "甲厂北区");
    assertThat(officer.post(second, second + "/link", Map.of("enterprise", "" + one)).body())
        .contains("名单第 2 行已对应该企业");
    officer.post(first, first + "/unlink", Map.of());
    assertThat(officer.get(first).body()).contains("未匹配", "取消名单记录的对应");
    officer.post(list, list + "/match", Map.of());
    assertThat(officer.get(first).body()).contains("未匹配");
    officer.post(second, second + "/link", Map.of("enterprise", "" + one));
    assertThat(officer.get(second).body()).contains("人工", "甲厂");
    assertThat(officer.post(first, first + "/aside", Map.of("aside", "CLOSED")).statusCode())
        .isEqualTo(422);
    officer.post(first, first + "/aside", Map.of("aside", "CLOSED", "note", "已注销"));
    assertThat(officer.get(first).body()).contains("搁置：已关闭", "已注销");
    officer.post(first, first + "/restore", Map.of());
    assertThat(officer.get(list + "?show=NONE").body()).contains("甲厂");
  }

  @Test
  void anUnknownRowLeadsToTheRegistersFormFilledIn() throws InterruptedException {
    String list = take(rows(row(null, "外例" + mark + "新厂", "370304001", "博山区新路1号")));
    String entry = entry(list, officer.get(list).body(), "外例" + mark + "新厂");
    Matcher href =
        Pattern.compile("href=\"(/enterprises/new\\?[^\"]+)\"").matcher(officer.get(entry).body());
    assertThat(href.find()).isTrue();
    String form = officer.get(href.group(1).replace("&amp;", "&")).body();
    assertThat(form).contains("外例" + mark + "新厂", "博山区新路1号", "370304001");
    assertThat(form).containsPattern("value=\"尾矿库\"[^>]*checked");
    assertThat(form).doesNotContain("invalid-feedback");
  }

  @Test
  void wrongRowsAreNamedAndAListIsTakenInOnce() throws InterruptedException {
    take(rows(row(null, "外例" + mark + "先", "370304001", null)));
    @Nullable Object[] future = row(null, "外例未来", "370304001", null);
    future[7] = cases.today().plusDays(1);
    String page =
        upload(
            workbook(
                rows(
                    row(null, "外例" + mark + "先", "370304001", null),
                    row("91370304000055X", "外例短码", "370304001", null),
                    row(null, "外例外地", null, "济南市历下区"),
                    row(null, "外例无地", null, null),
                    row(null, "外例错码", "370399", null),
                    future)));
    assertThat(officer.get(page).body()).contains("已导入过", "看不出所在区县", "至少填一项", "没有这个区划代码", "不能晚于今天");
    assertThat(officer.download(page + "/errors.xlsx").statusCode()).isEqualTo(200);
    assertThat(officer.download("/imports/lists/template.xlsx").statusCode()).isEqualTo(200);
    String sample = upload(officer.download("/imports/lists/sample.xlsx").body());
    assertThat(officer.get(sample).body())
        .contains("工作簿中有 4 行")
        .doesNotContain("看不出所在区县", "没有这个区划代码");
  }

  @Test
  void theEstimateOpensToWhatItCounts() throws InterruptedException {
    cases.open(CATEGORY, cases.today().plusDays(5));
    String district = "370321";
    long known = cases.enterprise("估例" + mark + "一", district + "101", CATEGORY);
    long silent = cases.enterprise("估例" + mark + "二", district + "101", CATEGORY);
    cases.declare(known, CoverageCase.ammonia());
    String list =
        take(
            rows(
                row(code(known), "估例" + mark + "一", district + "101", null),
                row(code(silent), "估例" + mark + "二", district + "101", null),
                row(null, "估例" + mark + "三", district + "101", null)));
    String page =
        officer.get("/census/estimate?division=" + district + "&category=" + CATEGORY).body();
    Matcher row = Pattern.compile("(?s)<tr>(?:(?!</tr>).)*" + name + ".*?</tr>").matcher(page);
    assertThat(row.find()).isTrue();
    Matcher numbers = Pattern.compile("href=\"([^\"]+)\">(\\d+)<").matcher(row.group());
    int[] expected = {1, 3, 1};
    for (int count : expected) {
      assertThat(numbers.find()).isTrue();
      assertThat(numbers.group(2)).isEqualTo("" + count);
      assertThat(officer.get(numbers.group(1).replace("&amp;", "&")).body())
          .contains("共 " + count + " 条");
    }
    // (1 + 1) (3 + 1) / (1 + 1) - 1
    assertThat(row.group()).contains("3 – 3").contains("不足 7 家");
    assertThat(list).isNotEmpty();
  }
}
