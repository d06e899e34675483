package io.zaikong.calc.text;

import java.util.regex.Pattern;

/** CAS registry numbers: two to seven digits, two digits, a check digit. */
public final class Cas {

  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{1,6}-[0-9]{2}-[0-9]");

  private Cas() {}

  public static boolean hasForm(String cas) {
    return FORM.matcher(cas).matches();
  }

  /** Whether the last digit of a number of the right form is the check digit of the others. */
  public static boolean checks(String cas) {
    int sum = 0;
    int weight = 1;
    for (int i = cas.length() - 3; i >= 0; i--) {
      char c = cas.charAt(i);
      if (c != '-') {
        sum += (c - '0') * weight++;
      }
    }
    return sum % 10 == cas.charAt(cas.length() - 1) - '0';
  }
}
