package io.zaikong.org.web;

import io.zaikong.shell.MenuEntry;
import io.zaikong.shell.MenuEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this capability adds to the shell. */
@Configuration
class OrgContributions {

  @Bean
  MenuEntry divisionsEntry() {
    return new MenuEntry(Group.SYSTEM, 30, "division.title", "sitemap", "/divisions");
  }

  @Bean
  MenuEntry agenciesEntry() {
    return new MenuEntry(Group.SYSTEM, 40, "agency.title", "building-community", "/agencies");
  }
}
