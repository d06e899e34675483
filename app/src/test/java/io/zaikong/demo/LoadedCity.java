package io.zaikong.demo;

import io.zaikong.demo.DemoCity.Loading.Loaded;
import io.zaikong.demo.DemoCity.Wish;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demonstration city, loaded once for all tests; they leave it as it is. */
final class LoadedCity implements AutoCloseable {

  static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);
  static final int ENTERPRISES = 6_000;

  private final DemoContext demo = new DemoContext("demo");
  private final Loaded loaded = load(demo, AS_OF, ENTERPRISES);

  /** Hands it to the constructor of a test. */
  static final class Provider implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
      return parameter.getParameter().getType() == LoadedCity.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
      return extension
          .getRoot()
          .getStore(Namespace.GLOBAL)
          .computeIfAbsent(LoadedCity.class, key -> new LoadedCity(), LoadedCity.class);
    }
  }

  static Loaded load(DemoContext context, LocalDate asOf, int enterprises) {
    return (Loaded)
        context.get(DemoCity.class).load(new Wish(Optional.of(asOf), enterprises), line -> {});
  }

  DemoContext demo() {
    return demo;
  }

  Loaded loaded() {
    return loaded;
  }

  long count(String table) {
    return count(demo.all(), table);
  }

  static long count(JdbcClient jdbc, String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  List<Map<String, Object>> rows(String sql) {
    return rows(demo.all(), sql);
  }

  static List<Map<String, Object>> rows(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query().listOfRows();
  }

  @Override
  public void close() {
    demo.close();
  }
}
