package io.zaikong.shell;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

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
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }
}
