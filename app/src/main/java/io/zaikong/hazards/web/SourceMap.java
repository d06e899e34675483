package io.zaikong.hazards.web;

import io.zaikong.hazards.SourceFilter;
import io.zaikong.hazards.SourceFilter.Grade;
import io.zaikong.hazards.SourceFilter.Sort;
import io.zaikong.hazards.SourceKind;
import io.zaikong.hazards.Sources;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.Tone;
import io.zaikong.shell.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sources as points of the map, a layer a kind, and the major hazard sources by their level. */
@RestController
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class SourceMap {

  private static final int MOST = 30_000;

  private final Sources sources;
  private final Texts texts;

  SourceMap(Sources sources, Texts texts) {
    this.sources = sources;
    this.texts = texts;
  }

  record Layer(String type, List<Feature> features) {}

  record Feature(String type, Geometry geometry, Properties properties) {}

  record Geometry(String type, List<Double> coordinates) {}

  record Properties(String name, String href, String state, String tone) {}

  /** Without a kind the major hazard sources, or those of another grade. */
  @GetMapping(value = "/hazards/sources.geojson", produces = "application/geo+json")
  Layer layer(
      @RequestParam(required = false) @Nullable SourceKind kind,
      @RequestParam(required = false) @Nullable Integer level,
      @RequestParam(required = false, name = "grade") @Nullable Grade wanted,
      Locale locale) {
    Words words = texts.in(locale);
    Grade grade =
        kind != null || wanted != null
            ? wanted
            : level != null && level >= 1 && level <= 4
                ? Grade.valueOf("LEVEL_" + level)
                : Grade.MAJOR;
    SourceFilter filter =
        new SourceFilter(
            null, kind, null, grade, null, null, null, null, null, null, Sort.WORST, false);
    return new Layer(
        "FeatureCollection",
        sources.listPoints(filter, MOST).stream().map(point -> feature(point, words)).toList());
  }

  private static Feature feature(Sources.Point point, Words words) {
    String grade =
        point.incomplete()
            ? words.text("hazards.state.INCOMPLETE")
            : SourceOptions.grade(
                point.kind(), point.level(), point.pondClass(), point.excesses(), words);
    return new Feature(
        "Feature",
        new Geometry("Point", List.of(point.longitudeDeg(), point.latitudeDeg())),
        new Properties(
            point.enterpriseName() + " " + point.name(),
            point.path(),
            grade.isEmpty() ? words.text(point.kind().textKey()) : grade,
            tone(point).name().toLowerCase(Locale.ROOT)));
  }

  private static Tone tone(Sources.Point point) {
    Integer level = point.level();
    if (!point.excesses().isEmpty()) {
      return Tone.BAD;
    }
    if (point.incomplete()) {
      return Tone.WARNING;
    }
    return level == null || level > 2 ? Tone.NEUTRAL : level == 1 ? Tone.BAD : Tone.WARNING;
  }
}
