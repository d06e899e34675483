package io.zaikong.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Templates, language, and the files that a browser may keep for good. */
@Configuration
class PresentationConfig implements WebMvcConfigurer {

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
  }

  @Configuration
  static class Rendering {

    @Bean
    TemplateEngine templateEngine() {
      return TemplateEngine.createPrecompiled(
          null, ContentType.Html, Rendering.class.getClassLoader(), "io.zaikong");
    }

    @Bean
    LocaleResolver localeResolver() {
      return new Languages();
    }
  }

  @Configuration
  static class Entries {

    @Bean
    MenuEntry inboxEntry() {
      return new MenuEntry(MenuEntry.Group.OVERVIEW, 2, "shell.inbox", "inbox", "/inbox");
    }

    @Bean
    MenuEntry mapEntry() {
      return new MenuEntry(MenuEntry.Group.OVERVIEW, 3, "shell.map", "map-2", "/map");
    }

    @Bean
    MenuEntry settingsEntry() {
      return new MenuEntry(MenuEntry.Group.SYSTEM, 90, "shell.settings", "settings", "/settings");
    }
  }
}
