package io.zaikong.database;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the application reaches its database, and as whom.
 *
 * @param owner runs the migrations; never in the pool
 * @param app the pool's role: owns nothing, row-level security holds for it
 * @param audit a role that only reads, where there is one
 */
public record DatabaseSettings(
    String url, Credentials owner, Credentials app, Optional<Credentials> audit) {

  /**
   * Every statement is short, and policies make the planner expect long ones: compiling them would
   * cost more than running them. And every list's conditions are optional ({@code :division is null
   * or …}): a plan made for all parameters at once joins 60,000 rows one by one.
   */
  private static final String PLANNING = "set jit = off; set plan_cache_mode = force_custom_plan";

  private static final Map<String, Object> POOL =
      Map.of(
          "poolName", "zaikong",
          "maximumPoolSize", 20,
          "minimumIdle", 4,
          "connectionTimeout", 10_000,
          "validationTimeout", 2_000,
          "keepaliveTime", 60_000,
          "maxLifetime", 900_000,
          "connectionInitSql", PLANNING);

  /** The connection pool's settings, by HikariCP's names; times in milliseconds. */
  public static Map<String, Object> pool() {
    return POOL;
  }

  /** These settings by Spring Boot's names. */
  public Map<String, Object> springProperties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("spring.datasource.url", url);
    properties.put("spring.datasource.username", app.user());
    properties.put("spring.datasource.password", app.password());
    POOL.forEach((name, value) -> properties.put("spring.datasource.hikari." + kebab(name), value));
    properties.put("spring.flyway.url", url);
    properties.put("spring.flyway.user", owner.user());
    properties.put("spring.flyway.password", owner.password());
    properties.put("spring.flyway.placeholders.owner_role", owner.user());
    properties.put("spring.flyway.placeholders.app_role", app.user());
    properties.put(
        "spring.flyway.placeholders.audit_role",
        audit.orElse(owner).user()); // without an auditor only the owner reads all
    return properties;
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
  }

  /** The URL without its parameters, which may hold a password. */
  String address() {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }
}
