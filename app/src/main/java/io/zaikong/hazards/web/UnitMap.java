package io.zaikong.hazards.web;

import io.zaikong.hazards.UnitFilter;
import io.zaikong.hazards.UnitFilter.Grade;
import io.zaikong.hazards.UnitFilter.Sort;
import io.zaikong.hazards.Units;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.Tone;
import io.zaikong.shell.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

  record Layer(String type, List<Feature> features) {}

  record Feature(String type, Geometry geometry, Properties properties) {}

  record Geometry(String type, List<Double> coordinates) {}

  record Properties(String name, String href, String state, String tone) {}

  @GetMapping(value = "/hazards/units.geojson", produces = "application/geo+json")
  Layer major(Locale locale) {
    Words words = texts.in(locale);
    UnitFilter filter =
        new UnitFilter(null, Grade.MAJOR, null, null, null, null, null, Sort.WORST, false);
    return new Layer(
        "FeatureCollection",
        units.listPoints(filter, MOST).stream().map(point -> feature(point, words)).toList());
  }

  private static Feature feature(Units.Point point, Words words) {
    return new Feature(
        "Feature",
        new Geometry("Point", List.of(point.longitudeDeg(), point.latitudeDeg())),
        new Properties(
            point.enterpriseName() + " " + point.name(),
            "/hazards/units/" + point.id(),
            words.text(UnitOptions.gradeKey(point.level())),
            tone(point.level()).name().toLowerCase(Locale.ROOT)));
  }

  private static Tone tone(@Nullable Integer level) {
    return level == null || level > 2 ? Tone.NEUTRAL : level == 1 ? Tone.BAD : Tone.WARNING;
  }
}
