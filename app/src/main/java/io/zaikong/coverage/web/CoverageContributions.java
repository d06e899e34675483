package io.zaikong.coverage.web;

import io.zaikong.coverage.CensusStatus;
import io.zaikong.coverage.Rounds;
import io.zaikong.figures.FigureSource;
import io.zaikong.shell.MenuEntry;
import io.zaikong.shell.MenuEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the census status adds to the shell: menu, figures. */
@Configuration
class CoverageContributions {

  @Bean
  MenuEntry statusEntry() {
    return new MenuEntry(Group.CENSUS, 31, "coverage.status", "clipboard-list", "/census/status");
  }

  @Bean
  MenuEntry listsEntry() {
    return new MenuEntry(Group.CENSUS, 32, "coverage.lists", "search", "/census/lists");
  }

  @Bean
  MenuEntry estimateEntry() {
    return new MenuEntry(Group.CENSUS, 33, "coverage.estimate", "chart-bar", "/census/estimate");
  }

  @Bean
  FigureSource coverageFigures(Rounds rounds, CensusStatus status) {
    return new CoverageFigures(rounds, status);
  }
}
