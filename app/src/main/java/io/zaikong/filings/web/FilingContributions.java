package io.zaikong.filings.web;

import io.zaikong.figures.FigureSource;
import io.zaikong.filings.FilingRegister;
import io.zaikong.shell.MenuEntry;
import io.zaikong.shell.MenuEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What filings add to the shell: menu, figures. */
@Configuration
class FilingContributions {

  @Bean
  MenuEntry filingsEntry() {
    return new MenuEntry(Group.REGISTERS, 30, "filings.title", "certificate", "/filings");
  }

  @Bean
  MenuEntry queueEntry() {
    return new MenuEntry(
        Group.SUPERVISION, 10, "filings.queue", "clipboard-check", "/filing-review");
  }

  @Bean
  MenuEntry summariesEntry() {
    return new MenuEntry(Group.SUPERVISION, 20, "filings.summaries", "report", "/filing-summaries");
  }

  @Bean
  FigureSource filingFigures(FilingRegister register) {
    return new FilingFigures(register);
  }
}
