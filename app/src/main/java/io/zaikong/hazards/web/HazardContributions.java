package io.zaikong.hazards.web;

import io.zaikong.figures.FigureSource;
import io.zaikong.hazards.Units;
import io.zaikong.shell.MapLayer;
import io.zaikong.shell.MenuEntry;
import io.zaikong.shell.MenuEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What hazard sources add to the shell: menu, figures, a map layer. */
@Configuration
class HazardContributions {

  @Bean
  MenuEntry unitsEntry() {
    return new MenuEntry(Group.REGISTERS, 20, "hazards.units", "flame", "/hazards/units");
  }

  @Bean
  MenuEntry rulesEntry() {
    return new MenuEntry(Group.REGISTERS, 40, "hazards.rules", "list-details", "/hazards/rules");
  }

  @Bean
  MapLayer unitsOnMap() {
    return new MapLayer("major-hazards", 10, "hazards.map", "/hazards/units.geojson", true);
  }

  @Bean
  FigureSource unitFigures(Units units) {
    return new UnitFigures(units);
  }
}
