package io.zaikong.enterprises.web;

import io.zaikong.enterprises.Enterprises;
import io.zaikong.figures.FigureSource;
import io.zaikong.shell.MenuEntry;
import io.zaikong.shell.MenuEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the register adds to the shell: its pages in the menu. */
@Configuration
class EnterpriseContributions {

  @Bean
  MenuEntry enterprisesEntry() {
    return new MenuEntry(Group.REGISTERS, 10, "enterprises", "building-factory-2", "/enterprises");
  }

  @Bean
  MenuEntry duplicatesEntry() {
    return new MenuEntry(
        Group.REGISTERS, 12, "enterprises.duplicates", "arrows-sort", "/duplicates");
  }

  @Bean
  MenuEntry enterpriseImportEntry() {
    return new MenuEntry(
        Group.REGISTERS, 14, "enterprises.import", "upload", "/imports/enterprises");
  }

  @Bean
  FigureSource enterpriseFigures(Enterprises enterprises) {
    return new EnterpriseFigures(enterprises);
  }
}
