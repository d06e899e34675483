package io.zaikong.hazards.web;

import io.zaikong.hazards.HazardUnit;
import io.zaikong.hazards.UnitFilter;
import io.zaikong.hazards.UnitFilter.Grade;
import io.zaikong.hazards.UnitFilter.Sort;
import io.zaikong.hazards.Units;
import io.zaikong.kit.GeoPoint;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.Tone;
import io.zaikong.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Major hazard sources as points of the map. */
@RestController
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class UnitMap {

  private static final int MOST = 30_000;

  private final Units units;
  private final Texts texts;

  UnitMap(Units units, Texts texts) {
    this.units = units;
    this.texts = texts;
  }

  @GetMapping(value = "/hazards/units.geojson", produces = "application/geo+json")
  Map<String, Object> major(Locale locale) {
    Words words = texts.in(locale);
    List<Map<String, Object>> features = new ArrayList<>();
    for (HazardUnit unit :
        units.list(new UnitFilter(null, Grade.MAJOR, null, null, null, Sort.WORST), 0, MOST)) {
      GeoPoint at = unit.position();
      if (at != null) {
        features.add(
            Map.of(
                "type", "Feature",
                "geometry",
                    Map.of(
                        "type",
                        "Point",
                        "coordinates",
                        List.of(at.longitudeDeg(), at.latitudeDeg())),
                "properties",
                    Map.of(
                        "name",
                        unit.enterpriseName() + " " + unit.name(),
                        "href",
                        "/hazards/units/" + unit.id(),
                        "state",
                        words.text(UnitWorkbook.levelKey(unit)),
                        "tone",
                        tone(unit).name().toLowerCase(Locale.ROOT))));
      }
    }
    return Map.of("type", "FeatureCollection", "features", features);
  }

  private static Tone tone(HazardUnit unit) {
    Integer level = unit.level();
    return level == null || level > 2 ? Tone.NEUTRAL : level == 1 ? Tone.BAD : Tone.WARNING;
  }
}
