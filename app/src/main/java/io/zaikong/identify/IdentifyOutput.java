package io.zaikong.identify;

import io.zaikong.calc.hazard.Basis;
import io.zaikong.calc.hazard.Beta;
import io.zaikong.calc.hazard.Fraction;
import io.zaikong.calc.hazard.StatedChemical;
import io.zaikong.calc.hazard.Term;
import io.zaikong.calc.hazard.UnitResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a judged unit as one JSON line; numbers are plain decimals in strings. */
final class IdentifyOutput {

  private static final JsonMapper JSON = JsonMapper.shared();

  private IdentifyOutput() {}

  /**
   * @param place of the unit in its site
   */
  static String line(UnitResult unit, ClassifiedSite site, int place) {
    ObjectNode line = JSON.createObjectNode();
    line.put("unit", unit.unit());
    line.put("edition", unit.edition());
    line.put("s", unit.sText());
    line.put("major", unit.isMajor());
    line.put("alpha", unit.grading().alphaText());
    line.put("r", unit.grading().rText());
    unit.grading().grade().ifPresent(grade -> line.put("level", grade.level()));
    ArrayNode terms = line.putArray("terms");
    unit.terms().forEach(term -> write(term, site.find(term.chemical()), terms.addObject()));
    List<ClassifiedSite.Explained> outside = site.outside(place);
    if (!outside.isEmpty()) {
      ArrayNode listed = line.putArray("outside");
      outside.forEach(explained -> write(explained, listed.addObject()));
    }
    return JSON.writeValueAsString(line);
  }

  /** Has no category, so neither Q nor a share. */
  private static void write(ClassifiedSite.Explained explained, ObjectNode to) {
    label(explained.stated(), to);
    to.put("q_t", explained.stated().quantityT());
    to.put("why", explained.derivation().why(Locale.CHINESE));
    to.put("verified", explained.derivation().isVerified());
  }

  private static void label(StatedChemical chemical, ObjectNode to) {
    if (!chemical.cas().isEmpty()) {
      to.put("cas", chemical.cas());
    }
    if (!chemical.name().isEmpty()) {
      to.put("name", chemical.name());
    }
  }

  private static void write(
      Term term, Optional<ClassifiedSite.Explained> explained, ObjectNode to) {
    Basis basis = term.basis();
    Beta beta = basis.beta();
    label(explained.map(ClassifiedSite.Explained::stated).orElse(term.chemical()), to);
    to.put("q_t", term.quantityText());
    to.put("critical_t", plain(basis.criticalT()));
    to.put("ratio", term.ratioText());
    to.put("beta", plain(beta.value()));
    switch (basis) {
      case Basis.Listed listed -> {
        to.put("table", 1).put("row", listed.substance().no());
        if (!listed.substance().condition().isEmpty()) {
          to.put("condition", listed.substance().condition());
        }
      }
      case Basis.Classified classified ->
          to.put("table", 2).put("category", classified.category().symbol());
    }
    to.put("clause", basis.clause());
    to.put(
        "why",
        explained
            .map(e -> e.derivation().why(Locale.CHINESE))
            .orElseGet(() -> basis.why(Locale.CHINESE)));
    to.put("beta_why", beta.why(Locale.CHINESE));
    to.put(
        "verified",
        basis.confidence().isVerified()
            && beta.isVerified()
            && explained.map(e -> e.derivation().isVerified()).orElse(true));
  }

  private static String plain(BigDecimal value) {
    return Fraction.of(value).plain(List.of());
  }
}
