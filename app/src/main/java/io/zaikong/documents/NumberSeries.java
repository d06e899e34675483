package io.zaikong.documents;

import io.zaikong.kit.DivisionCode;

/**
 * Numbers of one agency and kind (发文字号), counted from 1 every year.
 *
 * @param issuer the agency as its letterhead names it
 * @param word the part before the year (机关代字), such as （淄）应急告
 */
public record NumberSeries(
    long id, DivisionCode division, String issuer, String kind, String word) {

  /** GB/T 9704-2012 7.2.5: year in six-sided brackets, number without 第 or leading zeros. */
  public String number(int year, int number) {
    return word + "〔" + year + "〕" + number + "号";
  }
}
