package io.zaikong.substances;

import io.zaikong.calc.hazard.derivation.UnitUse;
import io.zaikong.calc.substance.HazardKind;
import io.zaikong.calc.substance.PhysicalState;
import io.zaikong.shell.Page;
import io.zaikong.shell.Tone;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the lists and forms of substances can be filled with. */
public final class SubstanceOptions {

  private SubstanceOptions() {}

  public static Map<String, String> kinds(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    boolean chinese = page.words().locale().getLanguage().equals("zh");
    for (HazardKind kind : HazardKind.values()) {
      options.put(kind.name(), chinese ? kind.chinese() : kind.english());
    }
    return options;
  }

  public static Map<String, String> states(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("", "");
    for (PhysicalState state : PhysicalState.values()) {
      options.put(state.name(), page.text("substances.state." + state.name()));
    }
    return options;
  }

  public static Map<String, String> confidences(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (SubstanceConfidence confidence : SubstanceConfidence.values()) {
      options.put(confidence.name(), page.text("substances.confidence." + confidence.name()));
    }
    return options;
  }

  public static Map<String, String> uses(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    for (UnitUse use : UnitUse.values()) {
      options.put(use.name(), page.text("substances.use." + use.name()));
    }
    return options;
  }

  public static Map<String, String> yesOrNo(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("yes", page.text("substances.yes"));
    options.put("no", page.text("substances.no"));
    return options;
  }

  public static Map<String, String> highlyToxic(Page page) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("", page.text("substances.no"));
    options.put("yes", page.text("substances.yes"));
    return options;
  }

  public static Tone tone(SubstanceConfidence confidence) {
    return confidence.isVerified() ? Tone.GOOD : Tone.WARNING;
  }
}
