package io.zaikong.shell;

import io.zaikong.kit.DivisionCode;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** The edge: the one clock, and the guard before every handler. */
@Configuration
class ShellConfig implements WebMvcConfigurer {

  private final AllowInterceptor allow;

  ShellConfig(AllowInterceptor allow) {
    this.allow = allow;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(allow);
  }

  @Configuration
  static class Edge {
    /** A code is a string in JSON. */
    @Bean
    SimpleModule codesAsStrings() {
      return new SimpleModule("codes")
          .addSerializer(DivisionCode.class, ToStringSerializer.instance);
    }

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }
}
