package io.zaikong.documents;

import io.zaikong.kit.DivisionCode;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of one agency and kind (发文字号), counted from 1 every year.
 *
 * @param issuer the agency as its letterhead names it
 * @param word the part before the year (机关代字), such as （淄）应急告
 */
public record NumberSeries(
    long id, DivisionCode division, String issuer, String kind, String word) {

  private static final Pattern ON_PAPER =
      Pattern.compile("(.+?)[〔\\[【(](\\d{4})[〕\\]】)]第?0*(\\d{1,6})号");

  /** Year and number of a document. */
  record Given(int year, int number) {}

  /** What a number on paper says if it is of this series, whatever brackets it was typed with. */
  Optional<Given> find(String onPaper) {
    Matcher parts = ON_PAPER.matcher(plain(onPaper));
    return parts.matches() && parts.group(1).equals(plain(word))
        ? Optional.of(new Given(Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))))
        : Optional.empty();
  }

  private static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]+", "");
  }

  /** GB/T 9704-2012 7.2.5: year in six-sided brackets, number without 第 or leading zeros. */
  public String number(int year, int number) {
    return word + "〔" + year + "〕" + number + "号";
  }
}
