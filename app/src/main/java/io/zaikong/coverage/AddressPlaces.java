package io.zaikong.coverage;

import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Places;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which district or township of the city an address names. Only whole names count; a township that
 * several districts have needs the district's name before it.
 */
final class AddressPlaces {

  private final Map<DivisionCode, String> districts;
  private final Map<DivisionCode, String> townships = new LinkedHashMap<>();
  private final Places places;

  AddressPlaces(Places places) {
    this.places = places;
    this.districts = places.findCity().map(places::namesBelow).orElse(Map.of());
    districts.keySet().forEach(d -> townships.putAll(places.namesBelow(d)));
  }

  Optional<DivisionCode> find(String address) {
    List<DivisionCode> named = named(districts, address);
    if (named.size() > 1) {
      return Optional.empty();
    }
    List<DivisionCode> within =
        named(townships, address).stream()
            .filter(t -> named.stream().allMatch(d -> d.contains(t)))
            .toList();
    return within.size() == 1 ? Optional.of(within.getFirst()) : named.stream().findFirst();
  }

  /** A district, township or village of the city that is known. */
  Optional<DivisionCode> findKnown(String code) {
    return Optional.of(code)
        .filter(DivisionCode::isValid)
        .map(DivisionCode::new)
        .filter(d -> d.level().compareTo(DivisionCode.Level.DISTRICT) >= 0)
        .filter(d -> places.findName(d).isPresent());
  }

  private static List<DivisionCode> named(Map<DivisionCode, String> names, String address) {
    return names.entrySet().stream()
        .filter(e -> address.contains(e.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
