package io.zaikong.filings.web;

import io.zaikong.figures.FigureSource;
import io.zaikong.filings.FilingRegister;
import io.zaikong.filings.FilingRegister.Entry;
import io.zaikong.filings.FilingRegister.Filter;
import io.zaikong.shell.Actor;
import io.zaikong.shell.MenuEntry;
import io.zaikong.shell.MenuEntry.Group;
import io.zaikong.shell.Role;
import io.zaikong.shell.TodoCounter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What filings add to the shell: menu, what waits, figures. */
@Configuration
class FilingContributions {

  @Bean
  MenuEntry filingsEntry() {
    return new MenuEntry(Group.REGISTERS, 30, "filings.title", "certificate", "/filings");
  }

  @Bean
  MenuEntry queueEntry() {
    return new MenuEntry(
        Group.SUPERVISION, 10, "filings.queue", "clipboard-check", "/filings/queue");
  }

  @Bean
  MenuEntry summariesEntry() {
    return new MenuEntry(
        Group.SUPERVISION, 20, "filings.summaries", "report", "/filings/summaries");
  }

  /** An enterprise's own sources that are late; the bureau's people have the figure. */
  @Bean
  TodoCounter lateFilings(FilingRegister register) {
    return new TodoCounter() {
      @Override
      public String path() {
        return "/filings";
      }

      @Override
      public long count() {
        return Actor.getCurrent().hasAny(Role.ENTERPRISE_SAFETY_MANAGER)
            ? register.list(Filter.all()).stream().filter(Entry::isLate).count()
            : 0;
      }
    };
  }

  @Bean
  FigureSource filingFigures(FilingRegister register) {
    return new FilingFigures(register);
  }
}
