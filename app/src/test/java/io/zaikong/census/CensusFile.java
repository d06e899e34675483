package io.zaikong.census;

import io.zaikong.kit.CreditCode;

/** Census workbooks for tests of other packages, each of one enterprise in 临淄区金岭镇. */
public final class CensusFile {

  private CensusFile() {}

  /**
   * With a major hazard source of liquid ammonia and a store of petrol that is none.
   *
   * @param number four digits that no other test takes
   */
  public static byte[] of(String number, String enterprise) {
    return sound(number, enterprise).bytes();
  }

  /** The same, and a row without a quantity. */
  public static byte[] withFault(String number, String enterprise) {
    return sound(number, enterprise)
        .unit(creditCode(number), "乙醇罐区", "储存", "乙醇", "64-17-5", "", null)
        .bytes();
  }

  private static CensusBook sound(String number, String enterprise) {
    return CensusBook.empty()
        .enterprise(
            creditCode(number),
            enterprise,
            "370305107",
            "试验路1号",
            118.2113,
            36.8442,
            "危险化学品生产",
            80,
            "试验数据")
        .unit(creditCode(number), "液氨罐区", "储存", "氨", "7664-41-7", "", 40)
        .unit(creditCode(number), "液氨罐区", "储存", "汽油", "86290-81-5", "", 50)
        .unit(creditCode(number), "汽油库", "储存", "汽油", "86290-81-5", "", 20);
  }

  /** The enterprise of the workbook with this number. */
  public static String creditCode(String number) {
    return CreditCode.completing("91370305MADFA" + number).value();
  }
}
