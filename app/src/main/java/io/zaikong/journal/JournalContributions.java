package io.zaikong.journal;

import io.zaikong.shell.MenuEntry;
import io.zaikong.shell.MenuEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the journal adds to the shell. */
@Configuration
class JournalContributions {

  @Bean
  MenuEntry journalEntry() {
    return new MenuEntry(Group.SYSTEM, 90, "journal.title", "history", "/journal");
  }
}
