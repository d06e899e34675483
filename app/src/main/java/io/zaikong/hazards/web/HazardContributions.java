package io.zaikong.hazards.web;

import io.zaikong.figures.FigureSource;
import io.zaikong.hazards.CensusImport;
import io.zaikong.hazards.CensusImports;
import io.zaikong.hazards.Units;
import io.zaikong.shell.Actor;
import io.zaikong.shell.MapLayer;
import io.zaikong.shell.MenuEntry;
import io.zaikong.shell.MenuEntry.Group;
import io.zaikong.shell.Role;
import io.zaikong.shell.TodoCounter;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the census adds to the shell: menu, figures, a map layer, to-dos. */
@Configuration
class HazardContributions {

  @Bean
  MenuEntry unitsEntry() {
    return new MenuEntry(Group.REGISTERS, 20, "hazards.units", "flame", "/hazards/units");
  }

  @Bean
  MenuEntry censusEntry() {
    return new MenuEntry(Group.REGISTERS, 30, "hazards.census", "upload", "/hazards/census");
  }

  @Bean
  MapLayer unitsOnMap() {
    return new MapLayer("major-hazards", 10, "hazards.map", "/hazards/units.geojson", true);
  }

  @Bean
  MenuEntry rulesEntry() {
    return new MenuEntry(Group.REGISTERS, 40, "hazards.rules", "list-details", "/hazards/rules");
  }

  @Bean
  FigureSource unitFigures(Units units) {
    return new UnitFigures(units);
  }

  /** Workbooks that were checked, or whose import was cut off, wait for a decision. */
  @Bean
  TodoCounter openImports(CensusImports imports) {
    return () ->
        !Actor.getCurrent().hasAny(Role.OFFICER)
            ? List.of()
            : imports.list(30).stream()
                .filter(CensusImport::isOpen)
                .map(
                    c ->
                        new TodoCounter.Todo(
                            "hazards.census",
                            c.fileName(),
                            1,
                            Optional.empty(),
                            "hazards.census.decide",
                            "/hazards/census/" + c.id()))
                .toList();
  }
}
