package io.zaikong.notices.web;

import io.zaikong.shell.MenuEntry;
import io.zaikong.shell.MenuEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this adds to the shell; the inbox's own entry is the shell's. */
@Configuration
class NoticeContributions {

  @Bean
  MenuEntry contactEntry() {
    return new MenuEntry(Group.SETTINGS, 30, "notices.contact", "bell", "/settings/contact");
  }

  @Bean
  MenuEntry gatewaysEntry() {
    return new MenuEntry(Group.SETTINGS, 60, "notices.gateways", "send", "/settings/delivery");
  }

  @Bean
  MenuEntry deliveriesEntry() {
    return new MenuEntry(Group.SYSTEM, 40, "notices.deliveries", "send", "/deliveries");
  }
}
