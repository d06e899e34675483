package io.zaikong;

import io.zaikong.access.AccessProperties;
import io.zaikong.shell.ActorTransactions;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

/**
 * The use cases without pages, for side commands and tests: every {@code @Service} and
 * {@code @Repository}, each made when it is first asked for.
 */
@EnableTransactionManagement
@ComponentScan(
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.ANNOTATION,
            classes = {Service.class, Repository.class}),
    lazyInit = true)
public class UseCases {

  /** Closing the context closes the data source too. */
  public static AnnotationConfigApplicationContext open(DataSource dataSource, Clock clock) {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(DataSource.class, () -> dataSource);
    context.registerBean(Clock.class, () -> clock);
    context.register(UseCases.class);
    context.refresh();
    return context;
  }

  @Bean
  ActorTransactions transactionManager(DataSource dataSource, Clock clock) {
    return new ActorTransactions(dataSource, clock);
  }

  @Bean
  JdbcClient jdbcClient(DataSource dataSource) {
    return JdbcClient.create(dataSource);
  }

  @Bean
  JsonMapper json() {
    return new JsonMapper();
  }

  /** As the environment says. */
  @Bean
  AccessProperties accessProperties(Environment environment) {
    return Binder.get(environment).bindOrCreate("zaikong.access", AccessProperties.class);
  }
}
