package io.zaikong.census;

import static org.assertj.core.api.Assertions.assertThat;

import io.zaikong.AppTest;
import io.zaikong.Eventually;
import io.zaikong.TestCity;
import io.zaikong.TestVisitor;
import io.zaikong.kit.CreditCode;
import io.zaikong.shell.Role;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Uploads that are too large or carry a script, over HTTP against the real application. */
@AppTest
class HostileUploadTests {

  private static final String CENSUS = "/imports/census";
  private static int people;

  @Autowired ApplicationContext context;
  private TestVisitor officer;

  @BeforeEach
  void signIn() {
    TestCity city = new TestCity(context);
    people++;
    String username = "hostile-upload-" + people;
    city.person(username, "370300", Role.OFFICER);
    officer = new TestVisitor(city.url()).signedIn(username);
  }

  @Test
  void aFileOverTheLimitIsRefusedInWords() {
    assertTooLarge(officer.upload(CENSUS, CENSUS, "x.xlsx", new byte[25 << 20]));
  }

  @Test
  void aFlowOfTwoHundredMegabytesIsRefusedInWords() {
    assertTooLarge(officer.uploadZeros(CENSUS, CENSUS, 200L << 20));
  }

  @Test
  void aScriptInACellIsShownAndNotRun() throws InterruptedException {
    String code = CreditCode.completing("91370305MAATK0001").value();
    byte[] workbook =
        CensusBook.empty()
            .enterprise(
                code, "<script>alert(1)</script>测试有限公司", "370305107", "示例路", null, null, "冶金", 0)
            .unit(
                code, "<img src=x onerror=alert(1)>", "储存", "液氨", "7664-41-7", null, BigDecimal.TEN)
            .bytes();
    HttpResponse<String> uploaded = officer.upload(CENSUS, CENSUS, "<b>census.xlsx", workbook);
    assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(302);
    String page = URI.create(uploaded.headers().firstValue("Location").orElseThrow()).getPath();
    assertThat(officer.get(page).body()).doesNotContain("<script>alert", "<b>census");
    officer.post(page, page + "/import", Map.of("mode", "ALL_OR_NOTHING"));
    Eventually.within(Duration.ofSeconds(30), () -> officer.get(page).body().contains("已导入："));
    assertThat(officer.get("/hazards/units?text=alert").body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;测试有限公司")
        .doesNotContain("<script>alert", "<img src=x");
  }

  private static void assertTooLarge(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    assertThat(answer.body()).contains("文件过大");
  }
}
