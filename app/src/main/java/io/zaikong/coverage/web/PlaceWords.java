package io.zaikong.coverage.web;

import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.DivisionCode.Level;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Places;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Places in words; the names are kept in memory, so a list asks for none. */
@Component
class PlaceWords {

  private final Places places;

  PlaceWords(Places places) {
    this.places = places;
  }

  /** District and township. */
  String of(DivisionCode code) {
    String own = places.findName(township(code)).orElse(code.value());
    return code.level().compareTo(Level.TOWNSHIP) < 0
        ? own
        : (places.findName(code.at(Level.DISTRICT)).orElse("") + " " + own).strip();
  }

  /** The place alone. */
  String name(DivisionCode code) {
    return places.findName(code).orElse(code.value());
  }

  private static DivisionCode township(DivisionCode code) {
    return code.level() == Level.VILLAGE ? code.at(Level.TOWNSHIP) : code;
  }

  /** The townships of a district or the districts of a city; nothing below a township. */
  Map<DivisionCode, String> below(DivisionCode code) {
    return code.level().compareTo(Level.DISTRICT) > 0 ? Map.of() : places.namesBelow(code);
  }

  /** To choose from: what lies below the actor's own division, and what is chosen already. */
  Map<String, String> options(String chosen) {
    Map<String, String> options = new LinkedHashMap<>();
    below(Actor.getCurrent().home()).forEach((code, name) -> options.put(code.value(), name));
    if (DivisionCode.isValid(chosen)) {
      options.putIfAbsent(chosen, of(new DivisionCode(chosen)));
    }
    return options;
  }
}
