package io.zaikong.documents.web;

import io.zaikong.shell.MenuEntry;
import io.zaikong.shell.MenuEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this package adds to the shell. */
@Configuration
class DocumentContributions {

  @Bean
  MenuEntry issuedEntry() {
    return new MenuEntry(Group.REGISTERS, 80, "documents.title", "file-text", "/documents");
  }

  @Bean
  MenuEntry numbersEntry() {
    return new MenuEntry(
        Group.SETTINGS, 40, "documents.settings", "list-details", "/settings/documents");
  }
}
