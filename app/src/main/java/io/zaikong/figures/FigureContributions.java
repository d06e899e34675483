package io.zaikong.figures;

import io.zaikong.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the figures add to the shell. */
@Configuration
class FigureContributions {

  @Bean
  MenuEntry situationEntry() {
    return new MenuEntry(MenuEntry.Group.OVERVIEW, 1, "shell.situation", "gauge", "/");
  }
}
