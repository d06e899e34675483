package io.zaikong.hazards.web;

import io.zaikong.figures.FigureSource;
import io.zaikong.hazards.SourceKind;
import io.zaikong.hazards.Sources;
import io.zaikong.shell.MapLayer;
import io.zaikong.shell.MenuEntry;
import io.zaikong.shell.MenuEntry.Group;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What hazard sources add to the shell: menu, figures, a map layer. */
@Configuration
class HazardContributions {

  @Bean
  MenuEntry registerEntry() {
    return new MenuEntry(
        Group.REGISTERS, 15, "hazards.register", "alert-triangle", "/hazards/sources");
  }

  @Bean
  MenuEntry unitsEntry() {
    return new MenuEntry(Group.REGISTERS, 20, "hazards.units", "flame", "/hazards/units");
  }

  @Bean
  MenuEntry incompleteEntry() {
    return new MenuEntry(
        Group.CENSUS, 50, "hazards.incomplete", "alert-triangle", "/hazards/incomplete");
  }

  @Bean
  MenuEntry rulesEntry() {
    return new MenuEntry(Group.REGISTERS, 40, "hazards.rules", "list-details", "/hazards/rules");
  }

  @Bean
  MapLayer unitsOnMap() {
    return new MapLayer("major-hazards", 10, "hazards.map", "/hazards/sources.geojson", true);
  }

  @Bean
  MapLayer minesOnMap() {
    return layer(SourceKind.UNDERGROUND_MINE, 11);
  }

  @Bean
  MapLayer pondsOnMap() {
    return layer(SourceKind.TAILINGS_POND, 12);
  }

  @Bean
  MapLayer heapsOnMap() {
    return layer(SourceKind.WASTE_ROCK_HEAP, 13);
  }

  @Bean
  MapLayer goafsOnMap() {
    return layer(SourceKind.GOAF, 14);
  }

  @Bean
  MapLayer fireworksOnMap() {
    return layer(SourceKind.FIREWORKS_STORE, 15);
  }

  @Bean
  MapLayer othersOnMap() {
    return layer(SourceKind.OTHER, 16);
  }

  /** What is not known yet may be as bad as the worst, so it shows beside the major ones. */
  @Bean
  MapLayer incompleteOnMap() {
    return new MapLayer(
        "incomplete-units",
        17,
        "hazards.incomplete",
        "/hazards/sources.geojson?grade=INCOMPLETE",
        true);
  }

  /** One kind of source; switched on by whoever wants it. */
  private static MapLayer layer(SourceKind kind, int order) {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new MapLayer(
        name, order, kind.textKey(), "/hazards/sources.geojson?kind=" + kind.name(), false);
  }

  @Bean
  FigureSource sourceFigures(Sources sources) {
    return new SourceFigures(sources);
  }
}
