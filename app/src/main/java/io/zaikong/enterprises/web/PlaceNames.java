package io.zaikong.enterprises.web;

import io.zaikong.kit.CodeRange;
import io.zaikong.kit.DivisionCode;
import io.zaikong.kit.DivisionCode.Level;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Places;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where enterprises lie, in words; the names are kept in memory, so a list asks for none. */
@Component
class PlaceNames {

  private final Places places;

  PlaceNames(Places places) {
    this.places = places;
  }

  /** District and township. */
  String of(DivisionCode code) {
    String district = places.findName(code.at(Level.DISTRICT)).orElse("");
    if (code.value().length() < 9) {
      return district;
    }
    String township =
        places.findName(new DivisionCode(code.value().substring(0, 9))).orElse(code.value());
    return (district + " " + township).strip();
  }

  /** The divisions one level below the actor's own, to choose from. */
  Map<String, String> below(DivisionCode home) {
    Map<String, String> options = new LinkedHashMap<>();
    if (home.value().length() < 12) {
      places.namesBelow(home).forEach((code, name) -> options.put(code.value(), name));
    }
    return options;
  }

  /** The townships of the actor's territory, to choose from; also the given one. */
  Map<String, String> townships(String chosen) {
    List<CodeRange> territory = Actor.getCurrent().scope().territory();
    Map<String, String> options = new LinkedHashMap<>();
    options.put("", "");
    places
        .findCity()
        .ifPresent(
            city ->
                places
                    .namesBelow(city)
                    .forEach(
                        (district, districtName) ->
                            places
                                .namesBelow(district)
                                .forEach(
                                    (code, name) -> {
                                      if (territory.stream().anyMatch(r -> r.contains(code))) {
                                        options.put(code.value(), districtName + " " + name);
                                      }
                                    })));
    if (DivisionCode.isValid(chosen)) {
      options.putIfAbsent(chosen, of(new DivisionCode(chosen)) + " " + chosen);
    }
    return options;
  }
}
