package io.zaikong.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M000100Y43",
        "9144030071526726XG",
        "91110000802100433B",
        "91330100799655058B"
      })
  void knownCodesAreValid(String code) {
    assertThat(CreditCode.isValid(code)).isTrue();
    assertThat(CreditCode.completing(code.substring(0, 17)).value()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", "91110000802100433B"})
  void everySingleWrongCharacterIsFound(String code) {
    for (int i = 0; i < 18; i++) {
      for (char c : ALPHABET.toCharArray()) {
        if (c != code.charAt(i)) {
          String wrong = code.substring(0, i) + c + code.substring(i + 1);
          assertThat(CreditCode.isValid(wrong)).as(wrong).isFalse();
        }
      }
    }
  }

  @Test
  void otherLengthsAndLettersAreRefused() {
    assertThat(CreditCode.isValid("")).isFalse();
    assertThat(CreditCode.isValid("91350100M000100Y4")).isFalse();
    assertThat(CreditCode.isValid("91350100M000100Y433")).isFalse();
    assertThat(CreditCode.isValid("91350100I000100Y43")).isFalse();
    assertThat(CreditCode.isValid("91350100m000100y43")).isFalse();
  }
}
