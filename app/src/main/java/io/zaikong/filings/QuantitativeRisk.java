package io.zaikong.filings;

import io.zaikong.filings.FilingRules.Hazard;
import io.zaikong.hazards.Worksheet;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a quantitative risk assessment is required (Order 40 art. 9), from a worksheet's terms.
 *
 * @param toxicGas Σq/Q of toxic gases; {@code explosiveOrGas} of explosives and flammable gases
 * @param clause the item that requires it; empty when none does
 */
public record QuantitativeRisk(BigDecimal toxicGas, BigDecimal explosiveOrGas, String clause) {

  /** Of what is not judged. */
  static final QuantitativeRisk NONE = new QuantitativeRisk(BigDecimal.ZERO, BigDecimal.ZERO, "");

  private static final Pattern BASIS = Pattern.compile("表1第(\\d+)项|表2 ([A-Z][\\d.]+)");

  static QuantitativeRisk of(Worksheet sheet, FilingRules rules) {
    BigDecimal toxic = sum(sheet.terms(), rules, List.of("TOXIC_GAS"));
    BigDecimal other = sum(sheet.terms(), rules, List.of("EXPLOSIVE", "FLAMMABLE_GAS"));
    Integer level = sheet.level();
    String clause = "";
    if (level != null && level <= 2 && toxic.compareTo(BigDecimal.ONE) >= 0) {
      clause = "40号令第九条（一）";
    } else if (level != null && level == 1 && other.compareTo(BigDecimal.ONE) >= 0) {
      clause = "40号令第九条（二）";
    }
    return new QuantitativeRisk(toxic, other, clause);
  }

  public boolean isRequired() {
    return !clause.isEmpty();
  }

  private static BigDecimal sum(List<Worksheet.Term> terms, FilingRules rules, List<String> kinds) {
    return terms.stream()
        .filter(
            term ->
                rules.quantitative().stream()
                    .anyMatch(h -> kinds.contains(h.kind()) && isOf(term.basis(), h)))
        .map(term -> new BigDecimal(term.ratio()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean isOf(String basis, Hazard hazard) {
    Matcher row = BASIS.matcher(basis);
    if (!row.find()) {
      return false;
    }
    String value = hazard.isTable1() ? row.group(1) : row.group(2);
    return value != null && hazard.values().contains(value);
  }
}
