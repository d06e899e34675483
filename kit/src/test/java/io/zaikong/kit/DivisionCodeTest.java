package io.zaikong.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionCodeTest {

  @ParameterizedTest
  @CsvSource({
    "370000, PROVINCE, 37",
    "370300, CITY, 3703",
    "370302, DISTRICT, 370302",
    "370302001, TOWNSHIP, 370302001",
    "370302001001, VILLAGE, 370302001001"
  })
  void theFormGivesLevelAndPrefix(String code, DivisionCode.Level level, String prefix) {
    assertThat(new DivisionCode(code).level()).isEqualTo(level);
    assertThat(new DivisionCode(code).prefix()).isEqualTo(prefix);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "3703", "37030", "3703020", "070302", "37030a", "3703020010011", "３７０３０２"})
  void anythingElseIsRefused(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new DivisionCode(value));
  }

  @Test
  void anAreaContainsWhatItPrefixesAndItselfAndNothingBeside() {
    DivisionCode city = new DivisionCode("370300");
    assertThat(city.contains(new DivisionCode("370302001001"))).isTrue();
    assertThat(city.contains(city)).isTrue();
    assertThat(city.contains(new DivisionCode("370402"))).isFalse();
    assertThat(new DivisionCode("370302").contains(city)).isFalse();
  }

  @Test
  void theRangeHoldsExactlyWhatTheAreaContains() {
    String[] codes = {
      "370000",
      "370300",
      "370302",
      "370309",
      "370302001",
      "370302999",
      "370302001001",
      "370303",
      "370400",
      "369999",
      "380000"
    };
    for (String area : codes) {
      for (String other : codes) {
        DivisionCode code = new DivisionCode(other);
        assertThat(new DivisionCode(area).range().contains(code))
            .as(area + " " + other)
            .isEqualTo(new DivisionCode(area).contains(code));
      }
    }
  }

  @Test
  void aVillageLiesInEveryLevelAboveItAndACityInNoDistrict() {
    DivisionCode village = new DivisionCode("370302001001");
    assertThat(village.at(DivisionCode.Level.PROVINCE).value()).isEqualTo("370000");
    assertThat(village.at(DivisionCode.Level.CITY).value()).isEqualTo("370300");
    assertThat(village.at(DivisionCode.Level.DISTRICT).value()).isEqualTo("370302");
    assertThat(village.at(DivisionCode.Level.TOWNSHIP).value()).isEqualTo("370302001");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DivisionCode("370300").at(DivisionCode.Level.DISTRICT));
  }
}
