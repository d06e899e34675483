package io.zaikong.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.DivisionCode;
import io.zaikong.org.ScopeGrant;
import io.zaikong.shell.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A unit's worksheet on paper, documents issued on it and its attachments, over HTTP. */
@AppTest
class UnitPapersTests {

  private static final String DISTRICT = "370305";
  private static final String PNG = "\u0089PNG\r\n\u001a\n";
  private static int people;

  @Autowired ApplicationContext context;
  private TestCity city;
  private long unit;
  private String papers = "";

  @BeforeEach
  void makeAUnit() {
    city = new TestCity(context);
    String code = CreditCode.completing("91370305MAPAP%04d".formatted(++people)).value();
    long enterprise =
        insert(
            """
            insert into enterprises.enterprise (credit_code, name, division_code, address, categories, created_at,
              changed_at)
            values (?, '试用化工有限公司', '370305107', '', '{HAZCHEM_PRODUCTION}', '2026-07-01', '2026-07-01') returning id
            """,
            code);
    unit =
        insert(
            """
            insert into hazards.source (enterprise_id, division_code, name, kind, unit_kind)
            values (?, '370305107', '液氯<储罐>区', 'HAZCHEM_UNIT', 'STORAGE') returning id
            """,
            enterprise);
    long inventory =
        insert(
            "insert into hazards.inventory (unit_id, declared_at, declared_by) values (?,"
                + " '2026-07-01', 'test') returning id",
            unit);
    long grading =
        insert(
            """
            insert into hazards.grading (unit_id, inventory_id, exposed_population, edition, graded_at, s, major, alpha,
              alpha_clause, r, level, terms)
            values (?, ?, 60, 'GB 18218-2018', '2026-07-01', 12, true, 1.5, '表5', 72, 2, ?::jsonb) returning id
            """,
            unit,
            inventory,
            """
            [{"cas": "7782-50-5", "name": "氯", "categories": ["J3"], "quantity": "60", "critical": "5",
              "ratio": "12", "beta": "4", "basis": "表1 第4行", "why": "表1列名", "whyEnglish": "x",
              "betaWhy": "表3列名", "betaWhyEnglish": "x", "verified": true}]
            """);
    insert(
        "update hazards.source set inventory_id = ?, grading_id = ? where id = ? returning id",
        inventory,
        grading,
        unit);
    papers = "/hazards/units/" + unit + "/papers";
  }

  private long insert(String sql, Object... values) {
    return city.asSystem(
        () -> city.bean(JdbcClient.class).sql(sql).params(values).query(Long.class).single());
  }

  private TestVisitor visitor(String division, Role role) {
    String username = "papers-" + ++people;
    city.person(username, division, role);
    return new TestVisitor(city.url()).signedIn(username);
  }

  private static String find(String pattern, String body) {
    Matcher found = Pattern.compile(pattern).matcher(body);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }

  @Test
  void theWorksheetComesAsPdfAndWordWithEveryFactor() throws IOException {
    TestVisitor officer = visitor(DISTRICT, Role.OFFICER);
    HttpResponse<byte[]> pdf = officer.download("/hazards/units/" + unit + "/worksheet.pdf");

    assertThat(pdf.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    assertThat(text(pdf.body()))
        .contains("试用化工有限公司", "液氯<储罐>区", "7782-50-5", "表3列名", "二级重大危险源", "—1—");
    HttpResponse<byte[]> word = officer.download("/hazards/units/" + unit + "/worksheet.docx");
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word.body()))) {
      assertThat(document.getTables()).hasSize(3);
    }
    assertThat(
            visitor("370302", Role.OFFICER)
                .get("/hazards/units/" + unit + "/worksheet.pdf")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void anOfficerIssuesTheWorksheetWithNumbersInOrderAndOthersOpenWhatIsTheirs() throws IOException {
    TestVisitor administrator = visitor(DISTRICT, Role.SYSTEM_ADMINISTRATOR);
    TestVisitor officer = visitor(DISTRICT, Role.OFFICER);
    String word = "（临）应急辨" + "甲乙丙丁戊己庚".charAt(people % 7);
    String issuer = "临淄区应急管理局" + people;
    Map<String, String> series =
        Map.of("issuer", issuer, "kind", "hazards.worksheet", "word", word);

    assertThat(officer.post(papers, papers + "/issue", Map.of("series", "0")).statusCode())
        .isEqualTo(422);
    assertThat(
            administrator.post("/settings/documents", "/settings/documents", series).statusCode())
        .isEqualTo(302);
    assertThat(administrator.post("/settings/documents", "/settings/documents", series).body())
        .contains("已被使用");
    String id = find("value=\"(\\d+)\">" + issuer, officer.get(papers).body());
    for (int i = 0; i < 2; i++) {
      assertThat(officer.post(papers, papers + "/issue", Map.of("series", id)).statusCode())
          .isEqualTo(302);
    }
    String page = officer.get(papers).body();
    String first =
        word + "〔" + java.time.LocalDate.now(java.time.Clock.systemUTC()).getYear() + "〕1号";
    assertThat(page).contains(first, first.replace("〕1号", "〕2号"));
    String document = find("href=\"(/documents/\\d+)\">" + Pattern.quote(first), page);
    byte[] bytes = officer.download(document).body();
    assertThat(text(bytes)).contains(first, issuer);
    assertThat(officer.download(document).body()).isEqualTo(bytes);
    assertThat(
            officer
                .get("/documents?text=" + java.net.URLEncoder.encode(word, StandardCharsets.UTF_8))
                .body())
        .contains("共 2 条");
    assertThat(visitor("370302", Role.OFFICER).get(document).statusCode()).isEqualTo(404);
    assertThat(visitor(DISTRICT, Role.AUDITOR).get("/journal?act=document.read").body())
        .contains("查阅文书");
  }

  @Test
  void anAttachmentIsKeptOpenedAndRemovedOnlyWithAReason() {
    TestVisitor officer = visitor(DISTRICT, Role.OFFICER);
    byte[] png = (PNG + people).getBytes(StandardCharsets.ISO_8859_1);

    assertThat(officer.upload(papers, papers + "/attachments", "../../现场.png", png).statusCode())
        .isEqualTo(302);
    String page = officer.get(papers).body();
    assertThat(page).contains(">现场.png<").doesNotContain("../现场");
    String path = find("href=\"(/documents/attachments/\\d+)\"", page);
    HttpResponse<byte[]> file = officer.download(path);
    assertThat(file.body()).isEqualTo(png);
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment;");
    assertThat(file.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(file.headers().allValues("X-Content-Type-Options")).contains("nosniff");
    assertThat(visitor("370302", Role.OFFICER).get(path).statusCode()).isEqualTo(404);

    String remove = papers + path.substring("/documents".length()) + "/remove";
    assertThat(officer.post(papers, remove, Map.of("reason", " ")).body()).contains("请填写移除原因");
    assertThat(officer.post(papers, remove, Map.of("reason", "传错了")).statusCode()).isEqualTo(302);
    assertThat(officer.get(papers).body()).contains("已移除", "传错了");
    assertThat(officer.download(path).body()).as("kept").isEqualTo(png);
    assertThat(officer.post(papers, remove, Map.of("reason", "再来")).statusCode()).isEqualTo(422);
  }

  /** An enterprise of several categories lies in the sectors of all of them. */
  @Test
  void whoSeesSomeSectorsOpensThePapersOfTheEnterprisesThatLieInThemToday() {
    TestVisitor officer = visitor(DISTRICT, Role.OFFICER);
    byte[] png = (PNG + "sector" + people).getBytes(StandardCharsets.ISO_8859_1);
    officer.upload(papers, papers + "/attachments", "照片.png", png);
    String path = find("href=\"(/documents/attachments/\\d+)\"", officer.get(papers).body());
    String issuer = "临淄区应急管理局业" + people;
    visitor(DISTRICT, Role.SYSTEM_ADMINISTRATOR)
        .post(
            "/settings/documents",
            "/settings/documents",
            Map.of("issuer", issuer, "kind", "hazards.worksheet", "word", "（临）应急业"));
    String series = find("value=\"(\\d+)\">" + issuer, officer.get(papers).body());
    officer.post(papers, papers + "/issue", Map.of("series", series));
    String issued = find("href=\"(/documents/\\d+)\"", officer.get(papers).body());
    TestVisitor hazchem = ofSector("HAZCHEM");
    TestVisitor industry = ofSector("INDUSTRY");
    TestVisitor fireworks = ofSector("FIREWORKS");
    assertThat(hazchem.download(path).body()).isEqualTo(png);
    assertThat(industry.get(path).statusCode()).isEqualTo(404);
    assertThat(industry.get(issued).statusCode()).isEqualTo(404);
    assertThat(industry.get("/documents").body()).doesNotContain(issued + "\"");

    setCategories("{METALLURGY,HAZCHEM_PRODUCTION}");
    assertThat(hazchem.download(path).body()).isEqualTo(png);
    assertThat(industry.download(path).body()).isEqualTo(png);
    assertThat(industry.get(papers).body()).contains("照片.png", issued + "\"");
    assertThat(industry.get("/documents").body()).contains(issued + "\"");
    assertThat(fireworks.get(path).statusCode()).isEqualTo(404);

    setCategories("{METALLURGY}");
    assertThat(hazchem.get(path).statusCode()).isEqualTo(404);
    assertThat(hazchem.get(issued).statusCode()).isEqualTo(404);
    assertThat(industry.download(path).body()).isEqualTo(png);
  }

  private void setCategories(String categories) {
    insert(
        """
        update enterprises.enterprise e set categories = ?::text[] from hazards.source s
        where s.id = ? and e.id = s.enterprise_id returning e.id
        """,
        categories,
        unit);
  }

  private TestVisitor ofSector(String sector) {
    String username = "papers-" + ++people;
    DivisionCode here = new DivisionCode(DISTRICT);
    city.person(
        username,
        here,
        new ScopeGrant(0, here, null, null, null, Set.of(sector), LocalDate.of(2020, 1, 1), null),
        Role.OFFICER);
    return new TestVisitor(city.url()).signedIn(username);
  }

  @Test
  void whatIsNotOnTheListIsRefusedInWords() {
    TestVisitor officer = visitor(DISTRICT, Role.OFFICER);
    byte[] svg =
        "<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>".getBytes(StandardCharsets.UTF_8);

    assertThat(officer.upload(papers, papers + "/attachments", "x.svg", svg).body())
        .contains("不接受这种文件");
    assertThat(officer.upload(papers, papers + "/attachments", "x.png", svg).body())
        .contains("不接受这种文件");
    assertThat(
            officer
                .upload(
                    papers,
                    papers + "/attachments",
                    "x.pdf",
                    PNG.getBytes(StandardCharsets.ISO_8859_1))
                .body())
        .contains("以 .pdf 结尾，内容却是 png");
    assertThat(officer.upload(papers, papers + "/attachments", "x.txt", new byte[0]).body())
        .contains("文件是空的");
    assertThat(visitor(DISTRICT, Role.CHIEF).get(papers).body()).doesNotContain("enctype");
  }
}
