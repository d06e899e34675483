package io.zaikong.substances;

import io.zaikong.shell.MenuEntry;
import io.zaikong.shell.MenuEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the catalogue adds to the shell. */
@Configuration
class SubstanceContributions {

  @Bean
  MenuEntry substancesEntry() {
    return new MenuEntry(Group.REGISTERS, 40, "substances.title", "flask", "/substances");
  }
}
