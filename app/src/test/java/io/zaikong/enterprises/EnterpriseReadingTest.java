package io.zaikong.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zaikong.enterprises.EnterpriseReading.Fault;
import io.zaikong.enterprises.EnterpriseReading.Reading;
import io.zaikong.kit.CreditCode;
import io.zaikong.kit.GeoPoint;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnterpriseReadingTest {

  private static final String CODE = CreditCode.completing("91370303MAENT9001").value();

  private static Map<Field, String> sound() {
    Map<Field, String> typed = new EnumMap<>(Field.class);
    typed.put(Field.CREDIT_CODE, CODE);
    typed.put(Field.NAME, "示例有限公司");
    typed.put(Field.DIVISION, "370303102");
    typed.put(Field.ADDRESS, "示例路1号");
    typed.put(Field.CATEGORIES, "危险化学品生产、冶金");
    return typed;
  }

  private static Reading read(Field field, String text) {
    Map<Field, String> typed = sound();
    typed.put(field, text);
    return EnterpriseReading.read(typed);
  }

  @ParameterizedTest
  @CsvSource({
    "CREDIT_CODE, 91370303MAENT90019, imports.credit-code-check",
    "CREDIT_CODE, 5, imports.credit-code-length",
    "NAME, '', enterprise.required",
    "DIVISION, 370303, enterprise.division",
    "CATEGORIES, 航天, enterprise.category",
    "INDUSTRY, 98, enterprise.industry",
    "INDUSTRY, 化工, enterprise.industry",
    "AFFILIATION, 私营, enterprise.affiliation",
    "SIZE, 巨型, enterprise.size",
    "WORKFORCE, 12.5, enterprise.workforce",
    "STATE, 倒闭, enterprise.state",
    "STATE, 停产, enterprise.state-since",
    "STATE_SINCE, 2026-02-30, enterprise.date",
    "LONGITUDE, 118, enterprise.position-half",
    "LONGITUDE, 118°, enterprise.degrees",
    "DATUM, BD-09, enterprise.datum"
  })
  void whatIsWrongIsSaidOfItsField(Field field, String text, String key) {
    Reading reading = read(field, text);
    assertThat(reading.enterprise()).isEmpty();
    assertThat(reading.faults()).extracting(Fault::key).contains(key);
  }

  @Test
  void severalCategoriesAndTheLetterOfAnIndustryAreUnderstood() {
    Enterprise read = read(Field.INDUSTRY, "C2614").enterprise().orElseThrow();
    assertThat(read.categories()).containsExactly(Category.HAZCHEM_PRODUCTION, Category.METALLURGY);
    assertThat(read.industry()).isEqualTo("2614");
    assertThat(Industries.findName("2614")).contains("制造业 化学原料和化学制品制造业");
  }

  @Test
  void aPositionOfAPublicMapIsConverted() {
    Map<Field, String> typed = sound();
    typed.put(Field.LONGITUDE, "116.410244");
    typed.put(Field.LATITUDE, "39.916404");
    typed.put(Field.DATUM, "gcj-02");
    GeoPoint position =
        java.util.Objects.requireNonNull(
            EnterpriseReading.read(typed).enterprise().orElseThrow().position());
    assertThat(position.longitudeDeg()).isCloseTo(116.404, within(2e-6));
    assertThat(position.latitudeDeg()).isCloseTo(39.915, within(2e-6));
  }

  @Test
  void whatAFieldWritesIsReadBackTheSame() {
    Map<Field, String> typed = sound();
    typed.put(Field.FORMER_NAMES, "甲厂、乙厂");
    typed.put(Field.LONGITUDE, "118.0548");
    typed.put(Field.LATITUDE, "36.8135");
    typed.put(Field.AFFILIATION, "市属");
    typed.put(Field.SIZE, "中");
    typed.put(Field.WORKFORCE, "120");
    typed.put(Field.PRINCIPAL, "张三");
    typed.put(Field.STATE, "停产");
    typed.put(Field.STATE_SINCE, "2026/09/01");
    typed.put(Field.STATE_REASON, "检修");
    Enterprise once = EnterpriseReading.read(typed).enterprise().orElseThrow();
    assertThat(EnterpriseReading.read(EnterpriseDesk.texts(once)).enterprise()).contains(once);
  }
}
