package io.zaikong.hazards.web;

import io.zaikong.hazards.UnitFilter;
import io.zaikong.hazards.UnitFilter.Grade;
import io.zaikong.hazards.UnitFilter.Sort;
import io.zaikong.hazards.Units;
import io.zaikong.kit.DivisionCode;
import io.zaikong.shell.Figure;
import io.zaikong.shell.MapLayer;
import io.zaikong.shell.MenuEntry;
import io.zaikong.shell.MenuEntry.Group;
import io.zaikong.shell.Tone;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What hazards add to the shell: a menu entry, figures, a map layer. */
@Configuration
class HazardContributions {

  private static final String UNITS = "/hazards/units";

  @Bean
  MenuEntry unitsEntry() {
    return new MenuEntry(Group.REGISTERS, 20, "hazards.units", "flame", UNITS);
  }

  @Bean
  MapLayer unitsOnMap() {
    return new MapLayer("major-hazards", 10, "hazards.map", "/hazards/units.geojson", true);
  }

  @Bean
  Figure unitsFigure(Units units) {
    return new UnitFigure(units, "hazards.sources", 10, null);
  }

  @Bean
  Figure majorFigure(Units units) {
    return new UnitFigure(units, "hazards.major", 20, Grade.MAJOR);
  }

  @Bean
  Figure level1Figure(Units units) {
    return new UnitFigure(units, "hazards.major.level_1", 21, Grade.LEVEL_1);
  }

  @Bean
  Figure level2Figure(Units units) {
    return new UnitFigure(units, "hazards.major.level_2", 22, Grade.LEVEL_2);
  }

  @Bean
  Figure level3Figure(Units units) {
    return new UnitFigure(units, "hazards.major.level_3", 23, Grade.LEVEL_3);
  }

  @Bean
  Figure level4Figure(Units units) {
    return new UnitFigure(units, "hazards.major.level_4", 24, Grade.LEVEL_4);
  }

  /** Units of a grade, or all. */
  private record UnitFigure(Units units, String name, int order, @Nullable Grade grade)
      implements Figure {

    @Override
    public String unitKey() {
      return "shell.unit.source";
    }

    @Override
    public Optional<BigDecimal> value() {
      if (units.count(UnitFilter.all()) == 0) {
        return Optional.empty();
      }
      return Optional.of(
          BigDecimal.valueOf(
              units.count(new UnitFilter(null, grade, null, null, null, Sort.WORST))));
    }

    @Override
    public Map<DivisionCode, BigDecimal> valuesBelow(DivisionCode division) {
      int length = division.level().compareTo(DivisionCode.Level.DISTRICT) < 0 ? 6 : 9;
      Map<DivisionCode, BigDecimal> values = new LinkedHashMap<>();
      for (Units.Count count : units.countBelow(division, length)) {
        if (counts(count.level()) && DivisionCode.isValid(count.divisionCode())) {
          values.merge(
              new DivisionCode(count.divisionCode()),
              BigDecimal.valueOf(count.units()),
              BigDecimal::add);
        }
      }
      return values;
    }

    private boolean counts(int level) {
      Grade wanted = grade;
      return wanted == null
          || (wanted == Grade.MAJOR ? level > 0 : wanted.name().equals("LEVEL_" + level));
    }

    @Override
    public String href() {
      return grade == null ? UNITS : UNITS + "?grade=" + grade;
    }

    @Override
    public String href(DivisionCode division) {
      return href() + (grade == null ? "?" : "&") + "division=" + division;
    }

    @Override
    public Tone tone(BigDecimal value) {
      return Tone.NEUTRAL;
    }
  }
}
