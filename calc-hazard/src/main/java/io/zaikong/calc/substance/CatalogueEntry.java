package io.zaikong.calc.substance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A row of the catalogue of substances.
 *
 * @param number unique; the number of the 危险化学品目录, with a suffix where one number is several rows,
 *     or X and a number where the substance is not in it
 * @param aliases other Chinese names
 * @param un UN numbers, several with a slash
 * @param densityKgM3 at 20 °C, kg/m³
 * @param lelVolPct lower explosive limit, % by volume
 * @param uelVolPct upper explosive limit, % by volume
 * @param highlyToxic remark 剧毒 of the 危险化学品目录
 * @param source where the classes come from
 */
public record CatalogueEntry(
    String number,
    SubstanceFacts facts,
    String nameEn,
    List<String> aliases,
    String un,
    Optional<BigDecimal> densityKgM3,
    Optional<BigDecimal> lelVolPct,
    Optional<BigDecimal> uelVolPct,
    boolean highlyToxic,
    String source) {

  public CatalogueEntry {
    aliases = List.copyOf(aliases);
    if (number.isBlank() || facts.name().isEmpty()) {
      throw new IllegalArgumentException("a row of the catalogue has a number and a name");
    }
  }
}
