package io.zaikong.census;

import java.util.regex.Pattern;

/** The form of CAS registry numbers: up to ten digits in three groups, the last the check digit. */
final class CasNumber {

  private static final Pattern FORM = Pattern.compile("[1-9]\\d{1,6}-\\d{2}-\\d");

  private CasNumber() {}

  /** With plain hyphens, whichever dashes were typed. */
  static String plain(String typed) {
    return typed.replaceAll("[\\u2010-\\u2015\\u2212\\u00AD\\uFE58\\uFE63\\uFF0D]", "-");
  }

  static boolean hasForm(String plain) {
    return FORM.matcher(plain).matches();
  }

  /**
   * Whether the last digit is the sum of the others, each times its place from the right, modulo
   * 10.
   */
  static boolean isValid(String plain) {
    if (!hasForm(plain)) {
      return false;
    }
    String digits = plain.replace("-", "");
    int sum = 0;
    for (int i = digits.length() - 2, place = 1; i >= 0; i--, place++) {
      sum += (digits.charAt(i) - '0') * place;
    }
    return sum % 10 == digits.charAt(digits.length() - 1) - '0';
  }
}
